package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.domain.Cause;
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
import io.guatu.sheet.Pinyin;
import io.guatu.sheet.Present;
import io.guatu.sheet.ProjectIds;
import io.guatu.sheet.Sheets;
import io.guatu.sheet.Unit;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reading the lists that a town has. Telling what they say is the way of every update. */
public final class SheetRoutes implements Operations.Routes {
    private static final long LONGEST_SHEET = 5 * 1024 * 1024;
    /** A number may come behind it. */
    private static final int LONGEST_STEP_ID = 48;

    private final Caller caller;
    private final Relay relay;
    private final Sheets sheets;
    private final FileReading files;

    public SheetRoutes(Vertx vertx, Caller caller, Relay relay, Sheets sheets) {
        this.caller = caller;
        this.relay = relay;
        this.sheets = sheets;
        this.files = new FileReading(vertx, "sheets");
    }

    @Override
    public void on(Operations operations) {
        operations.on("readSheet", LONGEST_SHEET, this::mayRead, this::read);
        operations.on("proposeProjectId", this::proposeId);
        operations.on("readPinyin", this::pinyin);
    }

    /** Before megabytes are read: only who may open projects sends any, and not too many at once. */
    void mayRead(RoutingContext context) {
        office(context);
        files.begin(context);
    }

    void read(RoutingContext context) {
        office(context);
        Answers answers = answers(RequestParams.of(context));
        files.read(context, bytes -> sheets.read(bytes, answers, Present.of(relay.board())), SheetRoutes::problem);
    }

    void proposeId(RoutingContext context) {
        office(context);
        String name = RequestParams.of(context).text("name").orElseThrow();
        ProjectIds ids = new ProjectIds(relay.board().projects().byId().keySet());
        Reply.json(context, 200, Map.of("id", ids.next(name)));
    }

    /** What ids of steps are made of: nobody types them. */
    void pinyin(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TEMPLATES, null));
        List<String> words = new ArrayList<>();
        RequestParams.of(context)
                .body()
                .path("names")
                .forEach(name -> words.add(Pinyin.of(name.asText(), LONGEST_STEP_ID)));
        Reply.json(context, 200, Map.of("words", words));
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
                asked.text("reason").orElse(null),
                asked.text("cause")
                        .map(cause ->
                                Cause.valueOf(cause.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElse(null),
                asked.text("plan")
                        .map(plan -> Answers.Plan.valueOf(plan.toUpperCase(Locale.ROOT)))
                        .orElse(null));
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
        return fault instanceof NotASheet not
                ? Problem.of(422, not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : fault;
    }
}
