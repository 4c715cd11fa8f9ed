package io.guatu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues and reads the tokens that open the board. Reading is synchronous, because the bridge must decide in its hook. Not
 * thread-safe: lives on one event loop.
 */
public final class Tokens {
    private static final int REMEMBERED = 4_096;

    private final Signer signer;
    private final Clock clock;

    /** Signatures that were good; a wall asks every few seconds with the same token. */
    private final Cache<String, Claims> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    public Tokens(Vertx vertx, Keys keys, Clock clock) {
        this.clock = clock;
        this.signer = new Signer(vertx, keys, "guatu");
    }

    public String issue(Subject subject, Instant expires) {
        return issue(subject, clock.instant(), expires);
    }

    /** @param issued now, or what another node's clock calls so */
    public String issue(Subject subject, Instant issued, Instant expires) {
        return signer.sign(new JsonObject().put("sub", subject.toString()), issued, expires);
    }

    /** What the token says, or empty when it is not one of ours or has expired. */
    public Optional<Claims> read(String token) {
        Claims claims = remembered.getIfPresent(token);
        if (claims == null) {
            claims = verify(token).orElse(null);
            if (claims != null) {
                remembered.put(token, claims);
            }
        }
        Instant now = clock.instant();
        return Optional.ofNullable(claims)
                .filter(good -> Signer.begun(good.issued(), now) && now.isBefore(good.expires()));
    }

    private Optional<Claims> verify(String token) {
        try {
            return signer.check(token)
                    .map(claims -> new Claims(
                            Subject.parse(claims.path("sub").textValue()),
                            Signer.issued(claims),
                            Signer.expires(claims)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a signature of ours over a subject that this version does not know
        }
    }
}
