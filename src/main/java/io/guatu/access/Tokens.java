package io.guatu.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Issues and reads tokens: ES256, one issuer, one audience. Reading is synchronous, because the bridge must decide in its
 * hook. Not thread-safe: lives on one event loop.
 */
public final class Tokens {
    private static final String ISSUER = "guatu";
    private static final String AUDIENCE = "guatu";
    private static final int REMEMBERED = 4_096;

    private final JWTAuth signer;
    private final JWTAuth verifier;
    private final Clock clock;

    /** Signatures that were good; a wall asks every few seconds with the same token. */
    private final Map<String, Claims> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Claims> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Tokens(Vertx vertx, Keys keys, Clock clock) {
        this.clock = clock;
        this.signer = JWTAuth.create(vertx, new JWTAuthOptions().addJwk(keys.signing()));
        JWTAuthOptions options = new JWTAuthOptions()
                .setJWTOptions(new JWTOptions()
                        .setIssuer(ISSUER)
                        .addAudience(AUDIENCE)
                        // The expiry is checked below, by the injected clock.
                        .setIgnoreExpiration(true));
        keys.verifying().forEach(options::addJwk);
        this.verifier = JWTAuth.create(vertx, options);
    }

    public String issue(Subject subject, Instant expires) {
        JsonObject claims = new JsonObject()
                .put("iss", ISSUER)
                .put("aud", AUDIENCE)
                .put("sub", subject.toString())
                .put("iat", clock.instant().getEpochSecond())
                .put("exp", expires.getEpochSecond());
        return signer.generateToken(
                claims, new JWTOptions().setAlgorithm("ES256").setNoTimestamp(true));
    }

    /** What the token says, or empty when it is not one of ours or has expired. */
    public Optional<Claims> read(String token) {
        Claims claims = remembered.get(token);
        if (claims == null) {
            claims = verify(token).orElse(null);
            if (claims != null) {
                remembered.put(token, claims);
            }
        }
        return Optional.ofNullable(claims).filter(good -> clock.instant().isBefore(good.expires()));
    }

    private Optional<Claims> verify(String token) {
        if (!TokenShape.fits(token)) {
            return Optional.empty();
        }
        try {
            // Only arithmetic happens in there: the future is complete when it is returned.
            Future<User> user = verifier.authenticate(new TokenCredentials(token));
            if (!user.succeeded()) {
                return Optional.empty();
            }
            JsonObject claims = user.result().principal();
            JsonObject known = user.result().attributes().getJsonObject("accessToken", claims);
            return Optional.of(
                    new Claims(Subject.parse(known.getString("sub")), Instant.ofEpochSecond(known.getLong("exp"))));
        } catch (RuntimeException e) {
            return Optional.empty(); // whatever a stranger can write into a token is a bad token, never a fault of ours
        }
    }
}
