package io.guatu.ledger;

import io.guatu.domain.Author;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The SHA-256 of an entry and its predecessor's seal, in lower-case hex: an entry that was changed, removed or put between
 * shows from there on. What is hashed is UTF-8 text, one field a line, with {@code -} for what an entry does not have:
 * predecessor's seal, seq, project, projectSeq, at (ISO 8601, UTC), author's id, role, name, company, the body as stored.
 */
public record Seal(String hex) {
    /** What the first entry follows. */
    public static final Seal NONE = new Seal("0".repeat(64));

    Seal then(long seq, String project, long projectSeq, Instant at, Author by, String body) {
        String text = String.join(
                "\n",
                hex,
                Long.toString(seq),
                line(project),
                Long.toString(projectSeq),
                at.toString(),
                line(by.id()),
                by.role().name(),
                line(by.name()),
                line(by.company()),
                body);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Seal(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** A line break inside a field would let two entries look the same to the hash. */
    private static String line(String field) {
        return field == null ? "-" : field.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
