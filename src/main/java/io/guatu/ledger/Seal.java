package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.SealHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The hash of an entry and its predecessor's seal, in lower-case hex after the hash's name ({@code sha-256:…}; one without a
 * name is from before there was a choice, and of SHA-256): an entry that was changed, removed or put between shows from there
 * on. What is hashed is UTF-8 text, one field a line, with {@code -} for what an entry does not have: predecessor's seal as it
 * is stored, seq, project, projectSeq, at (ISO 8601, UTC), author's id, role, name, company, the body as stored.
 */
public record Seal(String text) {
    /** What the first entry follows. */
    public static final Seal NONE = new Seal("0".repeat(64));

    private static final String NAMED = ":";

    /** What says in few digits which past something is of: two pasts of one length share them once in 2⁴⁸. */
    private static final int DIGITS = 12;

    /** By which hash this was made; the next is too, unless its entry chooses another. */
    public SealHash hash() {
        return text.startsWith(name(SealHash.SM3)) ? SealHash.SM3 : SealHash.SHA_256;
    }

    /** Whether both say the same, with their hash's name or, as was once done, without. */
    boolean says(Seal other) {
        return hash() == other.hash() && hex().equals(other.hex());
    }

    /** Its first digits, without the hash's name: what travels with a position. */
    public String digits() {
        return hex().substring(0, Math.min(DIGITS, hex().length()));
    }

    private String hex() {
        return text.substring(text.indexOf(NAMED) + 1);
    }

    Seal then(SealHash hash, long seq, String project, long projectSeq, Instant at, Author by, String body) {
        String sealed = String.join(
                "\n",
                text,
                Long.toString(seq),
                line(project),
                Long.toString(projectSeq),
                at.toString(),
                line(by.id()),
                by.role().name(),
                line(by.name()),
                line(by.company()),
                body);
        byte[] digest = Hashing.of(hash, sealed.getBytes(StandardCharsets.UTF_8));
        return new Seal(name(hash) + HexFormat.of().formatHex(digest));
    }

    private static String name(SealHash hash) {
        return Json.kebab(hash) + NAMED;
    }

    /** A line break inside a field would let two entries look the same to the hash. */
    private static String line(String field) {
        return field == null ? "-" : field.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
