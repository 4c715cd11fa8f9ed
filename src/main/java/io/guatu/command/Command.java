package io.guatu.command;

import io.guatu.access.Principal;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What somebody wants to tell the board: one update, or several of which all enter the ledger or none. {@code project} is
 * null for what concerns the whole board. {@code key} is the author's Idempotency-Key and {@code fingerprint} stands for
 * the request as it was sent: the same key with another fingerprint is refused. {@code expected} is the position at which
 * the author saw the project, null when any will do; of a person it is {@link #UNKNOWN} or null.
 */
public record Command(
        Principal who,
        String key,
        String fingerprint,
        Instant at,
        ProjectId project,
        List<Update> updates,
        Long expected) {
    /** Expected of a person who gets a first password: nobody is called so yet. */
    public static final Long UNKNOWN = 0L;

    public Command {
        updates = List.copyOf(updates);
    }

    /** @param request the request as text: what makes a resend the same request */
    public static Command of(Principal who, String key, String request, Instant at, ProjectId project, Update update) {
        return of(who, key, request, at, project, List.of(update), null);
    }

    public static Command of(
            Principal who,
            String key,
            String request,
            Instant at,
            ProjectId project,
            List<Update> updates,
            Long expected) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return new Command(who, key, HexFormat.of().formatHex(hash), at, project, updates, expected);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** A phone whose grant was extended sends again under the new one what may have arrived under the old. */
    IdempotencyKey ledgerKey() {
        return new IdempotencyKey(
                who.role() == Role.CONTRACTOR
                        ? "site:" + project + ":" + who.author().side()
                        : who.author().id(),
                key);
    }
}
