package io.guatu.http.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.access.PairingCode;
import io.guatu.access.PairingLimit;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Screen;
import io.guatu.access.SharedTries;
import io.guatu.access.Subject;
import io.guatu.domain.AccessUpdate.ScreenIssued;
import io.guatu.domain.ScreenId;
import io.guatu.http.answer.Links;
import io.guatu.http.answer.RandomId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.ledger.Pairings;
import io.guatu.ledger.Pairings.Pairing;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A wall without access shows a code, the office types it, and the wall has access: the device flow of RFC 8628, in its words.
 * That a code was typed is an entry of the ledger, the one of every new screen; no other table says it. A wall that asks costs
 * no question to the database until then.
 */
public final class PairingRoutes implements Operations.Routes {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    /** A code that was typed in its last moment reaches its wall all the same. */
    private static final Duration LATE = Duration.ofSeconds(5);
    /** Of all walls together, on all nodes. */
    private static final int OPEN_CODES = 500;
    /** Seconds between two questions of a wall: it lights up within one. */
    private static final double INTERVAL = 0.5;

    private static final int SECRET_BYTES = 32;

    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final Pairings pairings;
    private final Links links;
    private final Clock clock;
    private final PairingLimit limit;
    private final SharedTries tries;
    private final SecureRandom random = new SecureRandom();

    /** By the hash of the secret: what a wall waits for does not change. */
    private final Cache<String, Pairing> waiting = Caffeine.newBuilder()
            .maximumSize(OPEN_CODES)
            .expireAfterWrite(CODE_LIFE)
            .executor(Runnable::run)
            .build();

    public PairingRoutes(
            Caller caller,
            Submissions submissions,
            Relay relay,
            Pairings pairings,
            Links links,
            SharedTries tries,
            Clock clock) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.pairings = pairings;
        this.links = links;
        this.clock = clock;
        this.tries = tries;
        this.limit = new PairingLimit(clock);
    }

    @Override
    public void on(Operations operations) {
        operations.on("openPairing", this::open);
        operations.on("takePairing", this::take);
        operations.on("approvePairing", this::approve);
    }

    record Opened(
            String deviceCode,
            String userCode,
            String verificationUri,
            String verificationUriComplete,
            Links.Code qr,
            long expiresIn,
            double interval) {}

    record Taken(ScreenId id, String name, String token, Instant expires) {}

    record Approved(ScreenId id, String name, Instant until) {}

    /** A code for a dark wall, and a secret that only this answer tells. */
    void open(RoutingContext context) {
        String address = ClientAddress.address(context.request());
        TooManyTries.refuse(limit.code(address));
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Pairing pairing =
                new Pairing(PairingCode.random().value(), new ScreenId(RandomId.with("s-")), now.plus(CODE_LIFE));
        tries.waitSeconds(List.of(PairingLimit.codeEverywhere(address)))
                .compose(wait -> {
                    TooManyTries.refuse(wait);
                    return pairings.open(pairing, hash(secret), now, OPEN_CODES);
                })
                .compose(opened -> opened
                        ? Future.succeededFuture()
                        : Future.failedFuture(later("too-many-pairings", CODE_LIFE.toSeconds() / 10)))
                .onSuccess(opened -> {
                    String place = links.origin(context) + "/desk/screens";
                    String complete = place + "?code=" + pairing.code() + language(context);
                    Reply.json(
                            context,
                            201,
                            new Opened(
                                    secret,
                                    pairing.code(),
                                    place,
                                    complete,
                                    Links.code(complete),
                                    CODE_LIFE.toSeconds(),
                                    INTERVAL));
                })
                .onFailure(context::fail);
    }

    /** The desk speaks the wall's language: Chinese where nothing is said. */
    private static String language(RoutingContext context) {
        String asked = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return asked != null && asked.startsWith("en") ? "&lang=en" : "";
    }

    /** The token, once, to the wall that shows the secret; 204 until somebody has typed its code. */
    void take(RoutingContext context) {
        TooManyTries.refuse(limit.question(ClientAddress.address(context.request())));
        byte[] hash = hash(RequestParams.of(context).said("deviceCode"));
        known(hash)
                .onSuccess(pairing -> {
                    Screen screen = relay.roster().screens().get(pairing.screen());
                    Instant now = clock.instant();
                    if (screen != null && screen.liveAt(now)) {
                        hand(context, hash, screen.issued());
                    } else if (screen == null && now.isBefore(pairing.expires().plus(LATE))) {
                        Reply.none(context);
                    } else {
                        context.fail(over());
                    }
                })
                .onFailure(context::fail);
    }

    private void hand(RoutingContext context, byte[] hash, ScreenIssued screen) {
        pairings.take(hash, clock.instant())
                .onSuccess(first -> {
                    if (first) {
                        String token = links.token(new Subject.Display(screen.screen()), screen.until());
                        Reply.json(context, 200, new Taken(screen.screen(), screen.name(), token, screen.until()));
                    } else {
                        context.fail(over());
                    }
                })
                .onFailure(context::fail);
    }

    /** The office types the code that a wall shows, and names the wall. */
    void approve(RoutingContext context) {
        Principal who = caller.of(context, office -> Scope.mayTell(office, ScreenIssued.class, null));
        TooManyTries.refuse(limit.typed(who.author().id()));
        RequestParams asked = RequestParams.of(context);
        PairingCode code = PairingCode.typed(asked.said("userCode")).orElseThrow(() -> wrong(404, "unknown-code"));
        tries.waitSeconds(List.of(PairingLimit.typedEverywhere(who.author().id())))
                .compose(wait -> {
                    TooManyTries.refuse(wait);
                    return pairings.ofCode(code.value());
                })
                .compose(found -> found.map(pairing -> tell(who, asked, pairing))
                        .orElseGet(() -> Future.failedFuture(wrong(404, "unknown-code"))))
                .onSuccess(made -> Reply.json(context, 201, new Approved(made.screen(), made.name(), made.until())))
                .onFailure(context::fail);
    }

    private Future<ScreenIssued> tell(Principal who, RequestParams asked, Pairing pairing) {
        Instant now = clock.instant();
        boolean typed =
                relay.roster().screens().containsKey(pairing.screen()); // by this very request perhaps: a resend
        if (!typed && !now.isBefore(pairing.expires())) {
            return Future.failedFuture(wrong(410, "code-expired"));
        }
        ScreenIssued issued = new ScreenIssued(
                pairing.screen(),
                asked.said("name"),
                now.plus(ScreenRoutes.YEAR).truncatedTo(ChronoUnit.SECONDS));
        return submissions
                .tell(who, asked.key(), "pairing " + asked.body(), null, issued)
                .map(entry -> (ScreenIssued) entry.update())
                .recover(fault -> Future.failedFuture(
                        fault instanceof Problem problem && problem.code().equals("already-issued")
                                ? wrong(409, "code-used")
                                : fault));
    }

    private Future<Pairing> known(byte[] hash) {
        String place = Base64.getEncoder().encodeToString(hash);
        Pairing pairing = waiting.getIfPresent(place);
        return pairing != null
                ? Future.succeededFuture(pairing)
                : pairings.find(hash)
                        .compose(found ->
                                found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(over())))
                        .onSuccess(found -> waiting.put(place, found));
    }

    private static Problem over() {
        return Problem.of(410, "pairing-over");
    }

    private static Problem wrong(int status, String code) {
        return Problem.of(status, code).at("/userCode");
    }

    private static Problem later(String code, long seconds) {
        return new Problem(429, code, Map.of("seconds", Long.toString(seconds)), List.of());
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
