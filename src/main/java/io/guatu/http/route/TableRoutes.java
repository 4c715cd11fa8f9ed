package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.bridge.Answers;
import io.guatu.http.answer.Download;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.guatu.report.Edition;
import io.guatu.report.Report;
import io.guatu.report.Table;
import io.guatu.report.Xlsx;
import io.guatu.text.TextFile;
import io.guatu.text.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables that offices upward ask for, as known on a day: to look at, and as a workbook. */
public final class TableRoutes implements Operations.Routes {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Vertx vertx;
    private final Caller caller;
    private final BoardHistory past;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final Editions editions;

    public TableRoutes(
            Vertx vertx, Caller caller, Relay relay, BoardHistory past, Answers answers, LastingAnswers lasting) {
        this.vertx = vertx;
        this.caller = caller;
        this.past = past;
        this.answers = answers;
        this.lasting = lasting;
        this.editions = new Editions(relay, past);
    }

    @Override
    public void on(Operations operations) {
        operations.on("listTables", this::list);
        operations.on("readTable", this::table);
        operations.on("readTableFile", this::file);
    }

    record Named(String id, String title) {}

    void list(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        Words said = TextFile.in(Editions.language(RequestParams.of(context)));
        List<Named> all = Stream.of(Report.values())
                .map(each -> new Named(each.id(), said.of("table." + each.id() + ".title")))
                .toList();
        lasting.json(context, new OfTables(all), () -> Future.succeededFuture(Map.of("tables", all)));
    }

    private record OfTables(List<Named> tables) {}

    private record OfTable(Report report, Editions.Of edition) {}

    private record OfFile(OfTable table) {}

    void table(RoutingContext context) {
        of(context)
                .onSuccess(of -> lasting.json(context, of, () -> made(of, table -> table)))
                .onFailure(context::fail);
    }

    void file(RoutingContext context) {
        of(context)
                .compose(of -> answers.once(
                                new OfFile(of),
                                () -> made(
                                        of,
                                        table -> Xlsx.of(
                                                table, TextFile.in(of.edition().language()))))
                        .onSuccess(bytes -> send(context, of, bytes)))
                .onFailure(context::fail);
    }

    private Future<OfTable> of(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        RequestParams asked = RequestParams.of(context);
        Report report = Report.of(asked.path("table", id -> id)).orElseThrow(() -> Problem.of(404, "unknown-table"));
        return editions.of(asked, Edition::month).map(of -> new OfTable(report, of));
    }

    private <T> Future<T> made(OfTable of, Function<Table, T> as) {
        return past.present(of.edition().moment())
                .compose(then -> vertx.executeBlocking(
                        () -> as.apply(of.report().table(editions.edition(then, of.edition()))), false));
    }

    private void send(RoutingContext context, OfTable of, byte[] bytes) {
        Editions.Of edition = of.edition();
        String title = TextFile.in(edition.language()).of("table." + of.report().id() + ".title");
        Download.send(
                context,
                XLSX,
                of.report().id() + "-" + edition.month() + ".xlsx",
                title + " " + edition.month() + " (" + edition.moment().day() + ").xlsx",
                bytes);
    }
}
