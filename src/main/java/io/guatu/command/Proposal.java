package io.guatu.command;

import io.guatu.access.Principal;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What somebody wants to tell the board. {@code project} is null for what concerns the whole board. {@code key} is the
 * author's Idempotency-Key and {@code fingerprint} stands for the request as it was sent: the same key with another
 * fingerprint is refused.
 */
public record Proposal(Principal who, String key, String fingerprint, Instant at, ProjectId project, Update update) {

    /** @param request the request as text: what makes a resend the same request */
    public static Proposal of(Principal who, String key, String request, Instant at, ProjectId project, Update update) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return new Proposal(who, key, HexFormat.of().formatHex(hash), at, project, update);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    Key ledgerKey() {
        return new Key(
                who.role() == Role.CONTRACTOR
                        ? "grant:" + who.author().id()
                        : who.author().id(),
                key);
    }
}
