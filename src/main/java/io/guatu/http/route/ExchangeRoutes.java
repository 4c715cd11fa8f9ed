package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.domain.Entry;
import io.guatu.exchange.GeoJson;
import io.guatu.exchange.LedgerCsv;
import io.guatu.exchange.Oc4ids;
import io.guatu.exchange.Tiles;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Loop;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The board for other programs: OC4IDS, GeoJSON, and the whole ledger as CSV. */
public final class ExchangeRoutes implements Operations.Routes {
    private static final int PAGE = 500;

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final EntrySearch entries;
    private final LastingAnswers answers;
    private final Optional<Tiles> tiles;

    public ExchangeRoutes(
            Vertx vertx,
            Caller caller,
            Relay relay,
            BoardHistory past,
            EntrySearch entries,
            LastingAnswers answers,
            Optional<Tiles> tiles) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.entries = entries;
        this.answers = answers;
        this.tiles = tiles;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readOc4ids", this::oc4ids);
        operations.on("readMap", this::map);
        operations.on("readLedgerFile", this::csv);
    }

    private record OfOc4ids(Moment moment) {}

    private record OfMap(Moment moment) {}

    void oc4ids(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        LocalDate today = relay.board().day();
        LocalDate day = RequestParams.of(context).day("asOf").orElse(today);
        if (day.isAfter(today)) {
            throw Problem.of(422, "day-in-future");
        }
        past.on(day)
                .onSuccess(moment -> answers.json(context, new OfOc4ids(moment), () -> past.present(moment)
                        .compose(then -> vertx.executeBlocking(
                                () -> Oc4ids.of(
                                        then.board(),
                                        then.board().projects().settings().address(),
                                        then.head().at()),
                                false))))
                .onFailure(context::fail);
    }

    void map(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        var now = relay.now();
        answers.json(
                context,
                new OfMap(Moment.of(now)),
                () -> vertx.executeBlocking(() -> GeoJson.of(now.board(), tiles), false));
    }

    /** A page is read when the one before has left: however long the ledger, little of it is in memory. */
    void csv(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.AUDIT, null));
        HttpServerResponse response = context.response();
        long end = relay.board().seq();
        page(0, end)
                .onSuccess(first -> {
                    response.setChunked(true)
                            .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                            .putHeader("Content-Disposition", "attachment; filename=\"ledger-" + end + ".csv\"");
                    response.write(LedgerCsv.MARK + LedgerCsv.heading());
                    lines(response, first, end)
                            .onSuccess(written -> response.end())
                            // What has begun cannot be taken back: whoever reads sees that it broke off.
                            .onFailure(fault -> response.reset());
                })
                .onFailure(context::fail);
    }

    private Future<Void> lines(HttpServerResponse response, List<Entry> first, long end) {
        AtomicReference<List<Entry>> page = new AtomicReference<>(first);
        return Loop.whileTrue(() -> {
            List<Entry> now = page.get();
            if (now.isEmpty() || response.closed()) {
                return Future.succeededFuture(false);
            }
            return vertx.executeBlocking(() -> LedgerCsv.lines(now), false)
                    .compose(response::write)
                    .compose(written -> drained(response))
                    .compose(drained -> page(now.get(now.size() - 1).seq(), end))
                    .map(next -> {
                        page.set(next);
                        return true;
                    });
        });
    }

    private Future<List<Entry>> page(long after, long end) {
        return after >= end ? Future.succeededFuture(List.of()) : entries.after(after, PAGE);
    }

    private static Future<Void> drained(HttpServerResponse response) {
        if (!response.writeQueueFull()) {
            return Future.succeededFuture();
        }
        Promise<Void> drained = Promise.promise();
        response.drainHandler(drained::tryComplete);
        response.closeHandler(drained::tryComplete);
        return drained.future();
    }
}
