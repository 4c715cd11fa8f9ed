package io.guatu.http.request;

import io.guatu.access.Principal;
import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.GrantUsage;
import io.guatu.relay.Relay;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.Predicate;

/** Who calls: the bearer of the Authorization header, as the roster has it now. */
public final class Caller {
    private static final String BEARER = "Bearer ";
    private static final String KNOWN = Caller.class.getName();

    private final Tokens tokens;
    private final Relay relay;
    private final GrantUsage uses;
    private final Clock clock;

    public Caller(Tokens tokens, Relay relay, GrantUsage uses, Clock clock) {
        this.tokens = tokens;
        this.relay = relay;
        this.uses = uses;
        this.clock = clock;
    }

    /** @throws Problem 401 when there is no token, or none that still opens anything */
    public Principal of(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            throw Problem.of(401, "token-missing");
        }
        if (!header.startsWith(BEARER)) {
            throw Problem.of(401, "token-invalid");
        }
        Principal who = tokens.read(header.substring(BEARER.length()))
                .flatMap(claims -> Principal.of(claims, relay.roster(), clock.instant()))
                .orElseThrow(() -> Problem.of(401, "token-invalid"));
        context.put(KNOWN, who);
        if (who.subject() instanceof Subject.Contractor contractor) {
            uses.used(contractor.id(), clock.instant());
        }
        return who;
    }

    /** Who was found {@link #of before}, or null. */
    public static Principal known(RoutingContext context) {
        return context.get(KNOWN);
    }

    /** The token with which somebody called who was found {@link #of before}. */
    public static String token(RoutingContext context) {
        return context.request().getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length());
    }

    /** The caller, if this is true of it. @throws Problem 401 or 403 */
    public Principal of(RoutingContext context, Predicate<Principal> may) {
        Principal who = of(context);
        if (!may.test(who)) {
            throw Problem.of(403, "not-in-scope");
        }
        return who;
    }
}
