package io.guatu.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Head;
import io.guatu.ledger.Seal;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs where the ledger stands, by a node's key, to be kept where nobody who may change the database can reach it: whoever
 * cuts the end off and moves the head back leaves a chain that is whole, and one of these that names what is gone.
 */
public final class HeadSignatures {
    /** It is looked at for as long as there is a ledger. */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Eighty bits: nobody finds the mark of another ledger by trying, and a person can compare or type them. */
    private static final int MARK_DIGITS = 20;

    private static final int GROUP = 4;

    private final Signer signer;
    private final Keys keys;
    private final Clock clock;

    public HeadSignatures(Vertx vertx, Keys keys, Clock clock) {
        this.keys = keys;
        this.signer = new Signer(vertx, keys, "guatu/head");
        this.clock = clock;
    }

    /** @param head as it was, with the time of its last entry @param signed when */
    public record Signed(Head head, Instant signed) {}

    /** A compact JWS (RFC 7515). */
    public String sign(Head head) {
        JsonObject claims = new JsonObject()
                .put("sub", head.epoch().toString())
                .put("seq", head.seq())
                .put("seal", head.seal().text())
                .put("at", head.at().toString());
        return signer.sign(claims, clock.instant(), FOR_EVER);
    }

    /**
     * What stands on paper for a signature, in groups of four: the same for the same entry for as long as the key is the first,
     * and for nobody to make who does not have it.
     */
    public String mark(long seq, Seal seal) {
        String digits = keys.mark("paper of entry " + seq + " " + seal.text()).substring(0, MARK_DIGITS);
        return String.join("-", digits.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** Whether a signed head says that it is of this epoch, whoever signed it. */
    public static boolean speaksOf(String text, UUID epoch) {
        String[] parts = text.split("\\.", -1);
        try {
            byte[] claims = parts.length == 3 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0];
            return new String(claims, StandardCharsets.UTF_8).contains(epoch.toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Empty when none of our keys signed it. */
    public Optional<Signed> read(String text) {
        return signer.check(text)
                .filter(claims -> claims.path("seq").isIntegralNumber()
                        && claims.path("seal").isTextual())
                .map(claims -> new Signed(head(claims), Signer.issued(claims)));
    }

    private static Head head(JsonNode claims) {
        return new Head(
                UUID.fromString(claims.path("sub").textValue()),
                claims.path("seq").longValue(),
                new Seal(claims.path("seal").textValue()),
                Instant.parse(claims.path("at").textValue()));
    }
}
