package io.guatu.access;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues and reads refresh tokens: what a browser holds in its cookie to get the next short token of a login. Each is good for
 * one turn (rotation). The database knows at which turn each login is and holds no secret; a refresh token opens nothing else.
 */
public final class RefreshTokens {
    private final Signer signer;
    private final Clock clock;

    public RefreshTokens(Vertx vertx, Keys keys, Clock clock) {
        this.clock = clock;
        this.signer = new Signer(vertx, keys, "guatu/session");
    }

    /** @param turn counts from 1; each refresh token that is used brings the next */
    public record RefreshToken(String session, int turn, Instant expires) {}

    public String issue(RefreshToken token) {
        JsonObject claims = new JsonObject().put("sub", token.session()).put("turn", token.turn());
        return signer.sign(claims, clock.instant(), token.expires());
    }

    /** Empty when it is not one of ours or has expired. */
    public Optional<RefreshToken> read(String text) {
        return signer.check(text)
                .filter(claims -> claims.path("turn").isInt() && Signer.begun(Signer.issued(claims), clock.instant()))
                .map(claims -> new RefreshToken(
                        claims.path("sub").textValue(), claims.path("turn").intValue(), Signer.expires(claims)))
                .filter(token -> clock.instant().isBefore(token.expires()));
    }
}
