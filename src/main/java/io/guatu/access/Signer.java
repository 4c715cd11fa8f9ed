package io.guatu.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs claims and checks signatures: one issuer, one audience. Synchronous; lives on one event loop. An ECDSA signature
 * (r, s) is as good as (r, n − s) (RFC 7515 and FIPS 186-5 ask for no low s): a token can be written twice, and opens the
 * same for the same time. So nothing is kept or ended by a token's bytes, but by its subject.
 */
final class Signer {
    private static final String ISSUER = "guatu";
    private static final String MILLIS = "ms";

    /**
     * So far may the clock of another node have been ahead when it signed, or when it wrote the password that a login must not
     * be older than: a clock that takes local time for UTC is hours ahead, and locks nobody out.
     */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final JWTAuth signer;
    private final JWTAuth verifier;
    private final Keys keys;
    private final String audience;

    Signer(Vertx vertx, Keys keys, String audience) {
        this.keys = keys;
        this.audience = audience;
        this.signer = JWTAuth.create(vertx, new JWTAuthOptions().addJwk(keys.signing()));
        JWTAuthOptions options = new JWTAuthOptions()
                .setJWTOptions(new JWTOptions()
                        .setIssuer(ISSUER)
                        .addAudience(audience)
                        // The expiry is checked by the caller, by the injected clock.
                        .setIgnoreExpiration(true));
        keys.verifying().forEach(options::addJwk);
        this.verifier = JWTAuth.create(vertx, options);
    }

    /** Whether a token that the first key signs is read back: before anybody relies on it. */
    static boolean proves(Vertx vertx, Keys keys) {
        try {
            Signer signer = new Signer(vertx, keys, "proof");
            String token = signer.sign(new JsonObject().put("sub", "proof"), Instant.EPOCH, Instant.EPOCH);
            return signer.check(token).isPresent();
        } catch (RuntimeException e) {
            return false; // the library's way of saying that it cannot use the key
        }
    }

    String sign(JsonObject claims, Instant issued, Instant expires) {
        JsonObject all = claims.copy()
                .put("iss", ISSUER)
                .put("aud", audience)
                .put("iat", issued.getEpochSecond())
                // A password that is changed ends what was issued before it, and nothing that was issued in the rest of
                // that second: so much later than iat, which others read as whole seconds.
                .put(MILLIS, issued.toEpochMilli() % 1_000)
                .put("exp", expires.getEpochSecond());
        String algorithm = keys.algorithm(keys.kid()).orElseThrow();
        return signer.generateToken(
                all, new JWTOptions().setAlgorithm(algorithm).setNoTimestamp(true));
    }

    static Instant issued(JsonNode claims) {
        return Instant.ofEpochSecond(claims.path("iat").longValue())
                .plusMillis(claims.path(MILLIS).longValue());
    }

    /** Whether it can have been issued by now, by the clock of whichever node it was. */
    static boolean begun(Instant issued, Instant now) {
        return !issued.isAfter(now.plus(AHEAD));
    }

    static Instant expires(JsonNode claims) {
        return Instant.ofEpochSecond(claims.path("exp").longValue());
    }

    /** The claims of a token of this audience with a good signature, expired or not. */
    Optional<JsonNode> check(String token) {
        // Only arithmetic happens in there: the future is complete when it is returned.
        return TokenShape.claims(token, keys).filter(claims -> verifier.authenticate(new TokenCredentials(token))
                .succeeded());
    }
}
