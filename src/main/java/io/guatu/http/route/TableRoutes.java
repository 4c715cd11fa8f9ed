package io.guatu.http.route;

import io.guatu.access.Roster;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.bridge.Answers;
import io.guatu.courier.TextFile;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.report.Edition;
import io.guatu.report.Report;
import io.guatu.report.Table;
import io.guatu.report.Words;
import io.guatu.report.Xlsx;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that offices upward ask for, as known on a day: to look at, and as a workbook. */
public final class TableRoutes implements Operations.Routes {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final Map<String, Words> words = Map.of("zh", words("zh"), "en", words("en"));

    public TableRoutes(
            Vertx vertx, Caller caller, Relay relay, BoardHistory past, Answers answers, LastingAnswers lasting) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.answers = answers;
        this.lasting = lasting;
    }

    private static Words words(String language) {
        TextFile file = new TextFile(language);
        return key -> file.text(key, Map.of());
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
        Words said = words.get(language(RequestParams.of(context)));
        List<Named> all = Stream.of(Report.values())
                .map(each -> new Named(each.id(), said.of("table." + each.id() + ".title")))
                .toList();
        lasting.json(context, new OfTables(all), () -> Future.succeededFuture(Map.of("tables", all)));
    }

    private record OfTables(List<Named> tables) {}

    /** All that a table is a function of, with the program. */
    private record OfTable(Moment moment, Report report, YearMonth month, String language) {}

    private record OfFile(OfTable table) {}

    void table(RoutingContext context) {
        of(context)
                .onSuccess(of -> lasting.json(context, of, () -> made(of, table -> table)))
                .onFailure(context::fail);
    }

    void file(RoutingContext context) {
        of(context)
                .compose(of -> answers.once(
                                new OfFile(of), () -> made(of, table -> Xlsx.of(table, words.get(of.language()))))
                        .onSuccess(bytes -> send(context, of, bytes)))
                .onFailure(context::fail);
    }

    private Future<OfTable> of(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        RequestParams asked = RequestParams.of(context);
        Report report = Report.of(asked.path("table", id -> id)).orElseThrow(() -> Problem.of(404, "unknown-table"));
        LocalDate today = relay.board().day();
        LocalDate day = asked.day("asOf").orElse(today);
        if (day.isAfter(today)) {
            throw Problem.of(422, "day-in-future");
        }
        Optional<YearMonth> month = asked.text("month").map(YearMonth::parse);
        if (month.filter(each -> each.isAfter(YearMonth.from(day))).isPresent()) {
            throw Problem.of(422, "month-in-future");
        }
        return past.on(day).compose(moment -> past.board(moment)
                .map(board ->
                        new OfTable(moment, report, month.orElseGet(() -> Edition.month(board)), language(asked))));
    }

    private static String language(RequestParams asked) {
        return asked.text("lang").orElse("zh");
    }

    private <T> Future<T> made(OfTable of, Function<Table, T> as) {
        return past.present(of.moment())
                .compose(
                        then -> vertx.executeBlocking(() -> as.apply(of.report().table(edition(then, of))), false));
    }

    private Edition edition(Present then, OfTable of) {
        Board board = then.board();
        Roster roster = then.state().roster();
        return new Edition(
                board,
                of.month(),
                board.cards().keySet().stream().collect(Collectors.toMap(id -> id, roster::managersOf)),
                words.get(of.language()),
                of.language().equals("en"));
    }

    private void send(RoutingContext context, OfTable of, byte[] bytes) {
        if (context.response().ended()) {
            return;
        }
        String title = words.get(of.language()).of("table." + of.report().id() + ".title");
        String name = title + " " + of.month() + " (" + of.moment().day() + ").xlsx";
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, XLSX)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + of.report().id() + "-" + of.month() + ".xlsx\"; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .end(Buffer.buffer(bytes));
    }
}
