package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.access.RefreshTokens;
import io.guatu.access.SharedTries;
import io.guatu.access.Tokens;
import io.guatu.access.Vault;
import io.guatu.bridge.Answers;
import io.guatu.bridge.Bridge;
import io.guatu.bridge.Frames;
import io.guatu.bridge.PastFrames;
import io.guatu.command.Writability;
import io.guatu.command.Writer;
import io.guatu.courier.Courier;
import io.guatu.http.Api;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.answer.Links;
import io.guatu.http.contract.Contract;
import io.guatu.http.contract.Operations;
import io.guatu.http.page.Pages;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.http.request.Origins;
import io.guatu.http.request.TrustedProxies;
import io.guatu.http.route.AccessLogRoutes;
import io.guatu.http.route.AccessNotes;
import io.guatu.http.route.BoardRoutes;
import io.guatu.http.route.BurdenRoutes;
import io.guatu.http.route.ComplaintRoutes;
import io.guatu.http.route.EntryRoutes;
import io.guatu.http.route.ExchangeRoutes;
import io.guatu.http.route.FeedRoutes;
import io.guatu.http.route.FormRoutes;
import io.guatu.http.route.GrantRoutes;
import io.guatu.http.route.Health;
import io.guatu.http.route.HistoryRoutes;
import io.guatu.http.route.InvitationRoutes;
import io.guatu.http.route.Invitations;
import io.guatu.http.route.MeetingRoutes;
import io.guatu.http.route.MessageRoutes;
import io.guatu.http.route.PairingRoutes;
import io.guatu.http.route.PaperRoutes;
import io.guatu.http.route.PeopleRoutes;
import io.guatu.http.route.PhotoRoutes;
import io.guatu.http.route.PlanRoutes;
import io.guatu.http.route.ProjectRoutes;
import io.guatu.http.route.PublicRoutes;
import io.guatu.http.route.ScheduleRoutes;
import io.guatu.http.route.ScreenRoutes;
import io.guatu.http.route.SessionRoutes;
import io.guatu.http.route.SheetRoutes;
import io.guatu.http.route.Submissions;
import io.guatu.http.route.TableRoutes;
import io.guatu.http.route.UpdateRoutes;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Silence;
import io.guatu.ledger.SnapshotStore;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Digests;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What of a node speaks to the outside: its lines, its operations and its pages, put together once over the relay and the writer.
 * Lives on the node's event loop.
 */
final class Web {
    private final Vertx vertx;
    private final Config config;
    private final Keys keys;
    private final Shipped shipped;
    private final Stores stores;
    private final Relay relay;
    private final Apart apart;
    private final Clock clock;
    private final Silence silence;
    private final PrometheusMeterRegistry meters;
    private final Passwords passwords;
    private final Writability writability;
    private final Tokens tokens;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final BoardHistory history;
    private final PastFrames days;
    private final Bridge bridge;
    private final Caller caller;
    private final Submissions submissions;
    private final Links links;
    private final Invitations invitations;
    private final Couriers couriers;
    private final SharedTries tries;

    Web(
            Vertx vertx,
            Config config,
            Keys keys,
            Shipped shipped,
            Stores stores,
            Relay relay,
            Writer writer,
            Writability writability,
            Passwords passwords,
            Tokens tokens,
            Apart apart,
            Clock clock,
            Silence silence,
            PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.keys = keys;
        this.shipped = shipped;
        this.stores = stores;
        this.relay = relay;
        this.writability = writability;
        this.passwords = passwords;
        this.tokens = tokens;
        this.apart = apart;
        this.clock = clock;
        this.silence = silence;
        this.meters = meters;
        answers = new Answers(vertx, new Frames(Build.VERSIONS.guatu()), relay::seal);
        lasting = new LastingAnswers(vertx, answers, Build.VERSIONS.guatu() + Build.FOLD + Build.DRAWN);
        history = new BoardHistory(
                vertx,
                stores.past(),
                stores.entries(),
                relay,
                Snapshots.ofPast(vertx, stores.pastSnapshots(), Build.FOLD));
        days = new PastFrames(
                vertx, relay, history, answers.frames(), stores.frames(), Build.DRAWN, SnapshotStore.NEAR);
        bridge = new Bridge(
                vertx,
                tokens,
                relay,
                answers,
                stores.heartbeats(),
                clock,
                silence,
                ClientAddress::address,
                config.lines(),
                meters);
        caller = new Caller(tokens, relay, stores.usage(), clock);
        submissions = new Submissions(writer, writability, relay, clock);
        tries = new SharedTries(stores.tries(), keys, clock);
        links = new Links(tokens, () -> relay.board().projects().settings().address());
        invitations = new Invitations(relay, links, clock);
        couriers = Couriers.of(vertx, config, keys, stores, relay, caller, clock, meters);
    }

    /**
     * @param pages read beside the event loop
     * @param gone why the past that this node had followed is gone, where it is
     * @param leaving whether the node was asked to stop
     */
    Api api(Contract contract, Pages pages, Supplier<Optional<String>> gone, BooleanSupplier leaving) {
        return new Api(vertx, new TrustedProxies(config.proxies()), contract)
                .operating(
                        new Health(stores.ledger(), relay, writability, bridge, gone, leaving),
                        keys.published(),
                        config.scrapers(),
                        meters)
                .bridge(bridge, new Origins(config.origins()))
                .operations(
                        silence.request(),
                        relay::stale,
                        new AccessNotes(stores.access(), relay, clock),
                        caller,
                        Stream.of(updates(), read(), sentUpward(), told(), broughtIn(), mayIn())
                                .flatMap(List::stream)
                                .toList())
                .pages(pages);
    }

    /** Completes when nothing is read of the past any more. */
    Future<?> stop() {
        return Future.join(days.stop(), history.stop());
    }

    /** Asked first: a request is compared with one operation after the other, and nothing is asked more often. */
    private List<Operations.Routes> updates() {
        return List.of(new UpdateRoutes(caller, submissions));
    }

    /** The board, its past, and what was told. */
    private List<Operations.Routes> read() {
        return List.of(
                new BoardRoutes(vertx, clock, caller, relay, history, days, answers, lasting, shipped.rules()),
                new HistoryRoutes(vertx, caller, relay, history, new Digests(vertx, relay, history), lasting),
                new ProjectRoutes(vertx, caller, relay, clock),
                new EntryRoutes(caller, relay, stores.entries(), stores.chain()),
                new MeetingRoutes(
                        vertx,
                        caller,
                        relay,
                        history,
                        stores.entries(),
                        new HeadSignatures(vertx, keys, clock),
                        lasting),
                new PublicRoutes(vertx, relay, clock));
    }

    /** What others ask for in their own form. */
    private List<Operations.Routes> sentUpward() {
        EntrySearch entries = stores.entries();
        return List.of(
                new ExchangeRoutes(vertx, caller, relay, history, entries, lasting, config.tiles()),
                new TableRoutes(vertx, caller, relay, history, answers, lasting),
                new PaperRoutes(
                        vertx,
                        caller,
                        relay,
                        history,
                        entries,
                        answers,
                        lasting,
                        stores.photos(),
                        apart.papers(),
                        new HeadSignatures(vertx, keys, clock)),
                new BurdenRoutes(vertx, caller, relay, history, entries, stores.typed(), lasting),
                new FormRoutes(
                        vertx, caller, submissions, relay, history, answers, lasting, stores.forms(), apart.forms()),
                new FeedRoutes(vertx, caller, relay, stores.feeds(), entries, clock),
                couriers.groups(),
                couriers.mail());
    }

    /** What else people tell. */
    private List<Operations.Routes> told() {
        return List.of(
                new PlanRoutes(vertx, caller, relay, clock, shipped.templates()),
                new PhotoRoutes(vertx, caller, submissions, relay, stores.photos(), apart.decoders()),
                new ComplaintRoutes(caller, relay, stores.complaints(), tries, clock));
    }

    /** What is brought in from elsewhere, read and compared before it is told. */
    private List<Operations.Routes> broughtIn() {
        return List.of(
                new ScheduleRoutes(vertx, caller, relay, apart.schedules()),
                new SheetRoutes(vertx, caller, relay, apart.sheets()),
                new MessageRoutes(vertx, caller, relay));
    }

    /** Who may in, and who was. */
    private List<Operations.Routes> mayIn() {
        return List.of(
                new GrantRoutes(caller, submissions, relay, stores.usage(), links, clock),
                new InvitationRoutes(caller, submissions, relay, invitations, links, clock),
                new ScreenRoutes(caller, submissions, relay, stores.heartbeats(), links, clock),
                new PairingRoutes(caller, submissions, relay, stores.pairings(), links, tries, clock),
                new PeopleRoutes(
                        caller, submissions, relay, stores.credentials(), stores.factors(), passwords, invitations),
                new SessionRoutes(
                        caller,
                        submissions,
                        relay,
                        stores.credentials(),
                        stores.sessions(),
                        passwords,
                        tokens,
                        new RefreshTokens(vertx, keys, clock),
                        stores.factors(),
                        new Vault(keys),
                        tries,
                        clock),
                new AccessLogRoutes(caller, relay, stores.access()));
    }

    Bridge bridge() {
        return bridge;
    }

    PastFrames days() {
        return days;
    }

    Courier courier() {
        return couriers.courier();
    }
}
