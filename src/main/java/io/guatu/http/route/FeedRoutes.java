package io.guatu.http.route;

import io.guatu.access.Claims;
import io.guatu.access.FeedLimit;
import io.guatu.access.FeedSecret;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.exchange.AtomFeed;
import io.guatu.exchange.Calendar;
import io.guatu.http.answer.Kept;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Feeds;
import io.guatu.ledger.Feeds.Feed;
import io.guatu.ledger.Json;
import io.guatu.ledger.Search;
import io.guatu.relay.Relay;
import io.guatu.text.TextFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The board in a person's calendar and news program: everybody makes and takes back their own addresses. What an address shows is
 * what the person may see when it is read; of whom the office closes the account it shows nothing.
 */
public final class FeedRoutes implements Operations.Routes {
    private static final int MOST = 20;
    private static final int NEWEST = 50;
    private static final int LOOKED_THROUGH = 300;
    private static final String OWN = "private, max-age=300";
    private static final Set<String> NO_NEWS = Json.kinds().stream()
            .filter(kind -> !Scope.isNews(kind))
            .map(Json::kind)
            .collect(Collectors.toSet());

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final Feeds feeds;
    private final EntrySearch entries;
    private final Clock clock;
    private final FeedLimit limit;

    public FeedRoutes(Vertx vertx, Caller caller, Relay relay, Feeds feeds, EntrySearch entries, Clock clock) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.feeds = feeds;
        this.entries = entries;
        this.clock = clock;
        this.limit = new FeedLimit(clock);
    }

    @Override
    public void on(Operations operations) {
        operations.on("listMyFeeds", this::list);
        operations.on("addMyFeed", this::add);
        operations.on("removeMyFeed", this::remove);
        operations.on("readCalendar", context -> read(context, "calendar"));
        operations.on("readNews", context -> read(context, "news"));
    }

    record Shown(String id, String kind, ProjectId project, Instant made, LocalDate used) {}

    record Asked(String kind, ProjectId project) {}

    /** @param path of the address: shown now, and never again */
    record Added(String id, String path) {}

    private Principal person(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Scope.Sight.OWN_FEEDS, null));
    }

    private static PersonId id(Principal who) {
        return new PersonId(who.author().id());
    }

    void list(RoutingContext context) {
        feeds.of(id(person(context)))
                .map(all -> all.stream()
                        .map(feed -> new Shown(feed.id(), feed.kind(), feed.project(), feed.made(), feed.used()))
                        .toList())
                .onSuccess(shown -> Reply.json(context, 200, Map.of("feeds", shown)))
                .onFailure(context::fail);
    }

    /** Of the key under which it is asked for: whoever got no answer and asks again has one address, not two. */
    private static String id(Principal who, RoutingContext context) {
        String key = who.author().id() + " " + RequestParams.of(context).key();
        return "f-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    void add(RoutingContext context) {
        Principal who = person(context);
        Asked asked = RequestParams.of(context).body(Asked.class);
        if (asked.project() != null && !relay.board().cards().containsKey(asked.project())) {
            throw Problem.of(404, "unknown-project");
        }
        FeedSecret secret = FeedSecret.random();
        Feed feed = new Feed(id(who, context), id(who), asked.kind(), asked.project(), clock.instant(), null);
        feeds.add(feed, secret.hash(), MOST)
                .onSuccess(added -> {
                    if (added) {
                        String file = asked.kind().equals("calendar") ? "/calendar.ics" : "/news.atom";
                        Reply.json(context, 201, new Added(feed.id(), "/feeds/" + secret.value() + file));
                    } else {
                        context.fail(Problem.of(409, "too-many-feeds"));
                    }
                })
                .onFailure(context::fail);
    }

    void remove(RoutingContext context) {
        Principal who = person(context);
        feeds.remove(RequestParams.of(context).path("feed", id -> id), id(who))
                .onSuccess(removed -> {
                    if (removed) {
                        Reply.none(context);
                    } else {
                        context.fail(Problem.of(404, "not-found"));
                    }
                })
                .onFailure(context::fail);
    }

    /** A wrong secret, one of another kind, one of somebody without access: nobody is told which. */
    void read(RoutingContext context, String kind) {
        String secret = RequestParams.of(context).path("secret", text -> text);
        feeds.find(new FeedSecret(secret).hash(), relay.board().day())
                .compose(found -> {
                    Feed feed = found.filter(each -> each.kind().equals(kind)).orElseThrow(() -> unknown(context));
                    patient(limit.read(feed.id()));
                    Principal who = reader(feed).orElseThrow(() -> unknown(context));
                    return kind.equals("calendar") ? calendar(feed, who) : news(feed, who);
                })
                .onSuccess(kept -> kept.send(
                        context,
                        kind.equals("calendar")
                                ? "text/calendar; charset=utf-8"
                                : "application/atom+xml; charset=utf-8",
                        OWN))
                .onFailure(context::fail);
    }

    private Problem unknown(RoutingContext context) {
        patient(limit.wrong(ClientAddress.address(context.request())));
        return Problem.of(404, "not-found");
    }

    private static void patient(OptionalLong seconds) {
        if (seconds.isPresent()) {
            throw new Problem(429, "too-many-tries", Map.of("seconds", Long.toString(seconds.getAsLong())), List.of());
        }
    }

    private Optional<Principal> reader(Feed feed) {
        Instant now = clock.instant();
        Claims claims = new Claims(new Subject.Person(feed.person()), now, now.plus(Duration.ofMinutes(1)));
        return Principal.of(claims, relay.roster(), now).filter(Scope::maySeeBoard);
    }

    private static Predicate<ProjectId> mine(Feed feed, Principal who) {
        return feed.project() != null
                ? feed.project()::equals
                : who.role() == Role.MANAGER ? who::owns : project -> true;
    }

    private Future<Kept> calendar(Feed feed, Principal who) {
        Board board = relay.board();
        Instant at = moment();
        return vertx.executeBlocking(
                () -> kept(Calendar.of(board, mine(feed, who), TextFile.ZH, address(board), at)), false);
    }

    private Future<Kept> news(Feed feed, Principal who) {
        Board board = relay.board();
        Instant at = moment();
        Predicate<ProjectId> mine = mine(feed, who);
        Set<String> hidden = Stream.concat(
                        NO_NEWS.stream(),
                        Scope.hidden(who, feed.project()).stream().map(Json::kind))
                .collect(Collectors.toSet());
        Search search = new Search(0, Long.MAX_VALUE, feed.project(), null, null, null, null, null, hidden);
        return entries.find(
                        search, true, feed.project() == null && who.role() == Role.MANAGER ? LOOKED_THROUGH : NEWEST)
                .compose(found -> vertx.executeBlocking(
                        () -> {
                            List<Entry> own = found.entries().stream()
                                    .filter(entry -> entry.project() == null || mine.test(entry.project()))
                                    .limit(NEWEST)
                                    .toList();
                            return kept(AtomFeed.of(board, own, TextFile.ZH::of, address(board), at));
                        },
                        false));
    }

    /** Of the newest entry, where there is one. */
    private Instant moment() {
        Instant at = relay.now().head().at();
        return at == null ? clock.instant() : at;
    }

    private static String address(Board board) {
        return board.projects().settings().address();
    }

    private static Kept kept(String text) {
        return Kept.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
