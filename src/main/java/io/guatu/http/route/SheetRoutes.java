package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Stage;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.Relay;
import io.guatu.sheet.Answers;
import io.guatu.sheet.NotASheet;
import io.guatu.sheet.Present;
import io.guatu.sheet.ProjectIds;
import io.guatu.sheet.Sheets;
import io.guatu.sheet.Unit;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading the lists that a town has. Telling what they say is the way of every update. */
public final class SheetRoutes implements Operations.Routes {
    private static final Logger LOG = LoggerFactory.getLogger(SheetRoutes.class);
    private static final long LONGEST_SHEET = 5 * 1024 * 1024;
    private static final Duration LONGEST_ARRIVAL = Duration.ofMinutes(1);

    /** One is read while another arrives: each is in memory, and its answer is. */
    private static final int MOST = 2;

    private static final Problem BUSY = new Problem(503, "sheets-busy", Map.of("seconds", "5"), List.of());

    private final Caller caller;
    private final Relay relay;
    private final Arrival arrival;
    private final Sheets sheets;
    private final WorkerExecutor reader;
    private int underWay;

    public SheetRoutes(Vertx vertx, Caller caller, Relay relay, Sheets sheets) {
        this.caller = caller;
        this.relay = relay;
        this.sheets = sheets;
        this.arrival = new Arrival(vertx, LONGEST_ARRIVAL);
        // It only waits for the process that reads.
        this.reader = vertx.createSharedWorkerExecutor("sheets", 1, 2, TimeUnit.MINUTES);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readSheet", LONGEST_SHEET, this::mayRead, this::read);
        operations.on("proposeProjectId", this::proposeId);
    }

    /** Before megabytes are read: only who may open projects sends any, and not too many at once. */
    void mayRead(RoutingContext context) {
        office(context);
        if (underWay >= MOST) {
            throw BUSY;
        }
        underWay++;
        context.addEndHandler(ended -> underWay--);
        arrival.begin(context);
        context.next();
    }

    void read(RoutingContext context) {
        office(context);
        arrival.ended(context);
        Answers answers = answers(RequestParams.of(context));
        byte[] bytes = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        reader.executeBlocking(
                        () -> sheets.read(
                                bytes, answers, Present.of(relay.board().projects())),
                        true)
                .onSuccess(json -> Reply.encoded(context, json))
                .onFailure(fault -> context.fail(problem(fault)));
    }

    void proposeId(RoutingContext context) {
        office(context);
        String name = RequestParams.of(context).text("name").orElseThrow();
        ProjectIds ids = new ProjectIds(relay.board().projects().byId().keySet());
        Reply.json(context, 200, Map.of("id", ids.next(name)));
    }

    private Principal office(RoutingContext context) {
        return caller.of(context, who -> Scope.mayTell(who, ProjectOpened.class, null));
    }

    private static Answers answers(RequestParams asked) {
        return new Answers(
                asked.text("sheet").orElse(null),
                asked.number("header").map(Long::intValue).orElse(null),
                pairs(asked, "columns", letters -> letters, field -> field),
                pairs(asked, "units", letters -> letters, Unit::of),
                asked.text("unit").map(Unit::of).orElse(null),
                asked.number("year").map(Long::intValue).orElse(null),
                asked.text("month").map(YearMonth::parse).orElse(null),
                asked.text("sector").orElse(null),
                asked.text("stage")
                        .map(stage -> Stage.valueOf(stage.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                pairs(asked, "same", Function.identity(), same -> project(same)),
                asked.text("reason").orElse(null));
    }

    /** @throws Problem 400 when it looks like an id and is none */
    private static String project(String same) {
        try {
            return new ProjectId(same).value();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("same", "fault-pattern");
        }
    }

    /** {@code one=this,other=that} */
    private static <K, V> Map<K, V> pairs(
            RequestParams asked, String name, Function<String, K> key, Function<String, V> value) {
        Map<K, V> pairs = new HashMap<>();
        for (String pair : asked.text(name).map(text -> text.split(",")).orElse(new String[0])) {
            String[] both = pair.split("=", 2);
            pairs.put(key.apply(both[0]), value.apply(both[1]));
        }
        return pairs;
    }

    private static Throwable problem(Throwable fault) {
        if (fault instanceof NotASheet not) {
            return Problem.of(422, not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (fault instanceof IOException) {
            LOG.warn("a list was not read: {}", fault.toString());
            return BUSY;
        }
        return fault;
    }
}
