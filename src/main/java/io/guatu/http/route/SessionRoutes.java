package io.guatu.http.route;

import io.guatu.access.Claims;
import io.guatu.access.Passwords;
import io.guatu.access.Person;
import io.guatu.access.Principal;
import io.guatu.access.RefreshTokens;
import io.guatu.access.RefreshTokens.RefreshToken;
import io.guatu.access.Scope;
import io.guatu.access.SharedTries;
import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.access.Vault;
import io.guatu.domain.AccessUpdate.LogInCopied;
import io.guatu.domain.AccessUpdate.PasswordChanged;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.http.answer.RandomId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Json;
import io.guatu.ledger.SecondFactors;
import io.guatu.ledger.Sessions;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in and staying so. A page holds a token for a quarter of an hour in its memory; the browser holds a refresh token in
 * a cookie that no script can read, and each use of it brings the next one. A refresh token that comes a second time was copied:
 * every login of that person ends, by an entry, on every node.
 */
public final class SessionRoutes implements Operations.Routes {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRoutes.class);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final Caller caller;
    private final Relay relay;
    private final Submissions submissions;
    private final Sessions sessions;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final PasswordCheck check;
    private final PasswordChoice choice;
    private final CodeCheck codes;
    private final Clock clock;

    public SessionRoutes(
            Caller caller,
            Submissions submissions,
            Relay relay,
            Credentials credentials,
            Sessions sessions,
            Passwords passwords,
            Tokens tokens,
            RefreshTokens refreshTokens,
            SecondFactors factors,
            Vault vault,
            SharedTries tries,
            Clock clock) {
        this.caller = caller;
        this.relay = relay;
        this.submissions = submissions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
        this.check = new PasswordCheck(relay, credentials, passwords, tries, clock);
        this.choice = new PasswordChoice(submissions, credentials, passwords, relay);
        this.codes = new CodeCheck(relay, factors, vault, passwords, tries, clock);
    }

    @Override
    public void on(Operations operations) {
        operations.on("openSession", this::open);
        operations.on("renewSession", this::renew);
        operations.on("closeSession", this::close);
        operations.on("changePassword", this::changePassword);
    }

    record Opened(
            String token,
            Role role,
            Instant expires,
            String id,
            String name,
            List<ProjectId> projects,
            List<String> tells,
            long idleMinutes,
            List<String> recoveryCodes) {}

    /** A first password opens nothing but the choice of another; a choice that comes with the request is made, whoever's it is. */
    void open(RoutingContext context) {
        RequestParams asked = RequestParams.of(context);
        Optional<PersonAdded> person = check.person(asked.said("name"));
        String chosen = asked.said("newPassword");
        check.right(context, asked.said("name"), asked.said("password"))
                .compose(credential -> {
                    if (credential.first() && chosen == null) {
                        return Future.failedFuture(Problem.of(403, "password-first"));
                    }
                    Future<List<String>> shown = codes.right(person.orElseThrow(), asked.said("code"));
                    return chosen != null
                            ? shown.compose(recovery -> choice.make(
                                            principal(person.orElseThrow()),
                                            "password chosen " + RandomId.with(""),
                                            asked.said("password"),
                                            chosen)
                                    .map(recovery))
                            : shown;
                })
                .compose(recovery -> begin(context, person.orElseThrow(), recovery))
                .onFailure(context::fail);
    }

    void renew(RoutingContext context) {
        Optional<String> cookie = RefreshCookie.of(context);
        if (cookie.isEmpty()) {
            Reply.none(context); // every page asks first; that nobody is logged in here is an answer, not a fault
            return;
        }
        RefreshToken token = cookie.flatMap(refreshTokens::read).orElseThrow(() -> over(context));
        Instant now = clock.instant();
        sessions.rotate(token.session(), token.turn(), now, now.plus(unused()))
                .onSuccess(turned -> {
                    Optional<PersonAdded> person = turned.filter(session -> !session.ended())
                            .flatMap(session -> Optional.ofNullable(
                                            relay.roster().people().get(session.person()))
                                    .filter(known -> known.admits(session.began())))
                            .map(Person::added);
                    turned.filter(Sessions.Session::ended)
                            .ifPresent(session -> copied(token.session(), session.person()));
                    if (person.isEmpty()) {
                        context.fail(over(context));
                        return;
                    }
                    Sessions.Session session = turned.get();
                    answer(
                            context,
                            person.get(),
                            new RefreshToken(token.session(), session.turn(), session.expires()),
                            List.of());
                })
                .onFailure(context::fail);
    }

    /** Whoever has the copy has perhaps a short token of it too, on any node: an entry ends them all. */
    private void copied(String session, PersonId person) {
        LOG.warn("A refresh token of {} was used twice: every log-in of that person ends.", person);
        String key = "copied " + session;
        submissions
                .tell(Principal.system(), key, key, null, new LogInCopied(person))
                .onFailure(fault -> LOG.error("the log-ins of {} could not be ended: {}", person, fault.toString()));
    }

    void close(RoutingContext context) {
        Optional<RefreshToken> token = RefreshCookie.of(context).flatMap(refreshTokens::read);
        RefreshCookie.clear(context);
        token.map(known -> sessions.end(known.session(), clock.instant()))
                .orElseGet(Future::succeededFuture)
                .onSuccess(ended -> Reply.none(context))
                .onFailure(context::fail);
    }

    /** Every login of the person ends with it; this one begins anew. */
    void changePassword(RoutingContext context) {
        Principal who = caller.of(context, principal -> Scope.mayTell(principal, PasswordChanged.class, null));
        RequestParams asked = RequestParams.of(context);
        Optional<PersonAdded> person = check.person(who.author().id());
        String old = asked.said("password");
        String chosen = asked.said("newPassword");
        check.right(context, who.author().id(), old)
                .compose(right -> choice.make(who, asked.key(), old, chosen))
                .compose(chose -> begin(context, person.orElseThrow(), List.of()))
                .onFailure(context::fail);
    }

    private Future<Void> begin(RoutingContext context, PersonAdded person, List<String> recovery) {
        Instant now = now(person);
        RefreshToken token = new RefreshToken(RandomId.with("s-"), 1, now.plus(unused()));
        return sessions.begin(token.session(), person.person(), now, token.expires())
                .onSuccess(begun -> answer(context, person, token, recovery));
    }

    /** A page that is open renews its login by itself; that nobody sits before it, it finds out itself. */
    private Duration unused() {
        return Duration.ofMinutes(relay.board().projects().settings().access().idleMinutes());
    }

    private void answer(RoutingContext context, PersonAdded person, RefreshToken token, List<String> recovery) {
        Instant now = now(person);
        Duration life = TOKEN_LIFE.compareTo(unused()) < 0 ? TOKEN_LIFE : unused();
        Instant expires = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        List<String> tells =
                Scope.tells(person.role()).stream().map(Json::kind).sorted().toList();
        RefreshCookie.set(context, refreshTokens.issue(token), Duration.between(clock.instant(), token.expires()));
        Reply.json(
                context,
                200,
                new Opened(
                        tokens.issue(new Subject.Person(person.person()), now, expires),
                        person.role(),
                        expires,
                        person.person().value(),
                        person.name(),
                        person.projects(),
                        tells,
                        unused().toMinutes(),
                        recovery.isEmpty() ? null : recovery));
    }

    /**
     * Now, and not before the password was set: that was written by another node's clock perhaps, and what is older than the
     * password opens nothing.
     */
    private Instant now(PersonAdded person) {
        Instant now = clock.instant();
        return Optional.ofNullable(relay.roster().people().get(person.person()))
                .map(Person::since)
                .filter(now::isBefore)
                .orElse(now);
    }

    private static Problem over(RoutingContext context) {
        RefreshCookie.clear(context);
        return Problem.of(401, "session-over");
    }

    /** Who has just shown the right password speaks for this person, for this one act. */
    private Principal principal(PersonAdded person) {
        Instant now = now(person);
        Claims claims = new Claims(new Subject.Person(person.person()), now, now.plus(TOKEN_LIFE));
        return Principal.of(claims, relay.roster(), now).orElseThrow(() -> Problem.of(401, "wrong-password"));
    }
}
