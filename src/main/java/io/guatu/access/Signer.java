package io.guatu.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.util.Optional;

/** Signs claims and checks signatures: ES256, one issuer, one audience. Synchronous; lives on one event loop. */
final class Signer {
    private static final String ISSUER = "guatu";

    private final JWTAuth signer;
    private final JWTAuth verifier;
    private final String audience;

    Signer(Vertx vertx, Keys keys, String audience) {
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

    String sign(JsonObject claims, Instant issued, Instant expires) {
        JsonObject all = claims.copy()
                .put("iss", ISSUER)
                .put("aud", audience)
                // To the millisecond (a NumericDate may have a fraction, RFC 7519): a password that is changed ends
                // what was issued before it, and nothing that was issued in the rest of that second.
                .put("iat", issued.toEpochMilli() / 1000.0)
                .put("exp", expires.getEpochSecond());
        return signer.generateToken(all, new JWTOptions().setAlgorithm("ES256").setNoTimestamp(true));
    }

    static Instant issued(JsonObject claims) {
        return Instant.ofEpochMilli(Math.round(claims.getDouble("iat") * 1000));
    }

    static Instant expires(JsonObject claims) {
        return Instant.ofEpochSecond(claims.getLong("exp"));
    }

    /** The claims of a token of this audience with a good signature, expired or not. */
    Optional<JsonObject> check(String token) {
        if (!TokenShape.fits(token)) {
            return Optional.empty();
        }
        try {
            // Only arithmetic happens in there: the future is complete when it is returned.
            Future<User> user = verifier.authenticate(new TokenCredentials(token));
            if (!user.succeeded()) {
                return Optional.empty();
            }
            JsonObject principal = user.result().principal();
            return Optional.of(user.result().attributes().getJsonObject("accessToken", principal));
        } catch (RuntimeException e) {
            return Optional.empty(); // whatever a stranger can write into a token is a bad token, never a fault of ours
        }
    }
}
