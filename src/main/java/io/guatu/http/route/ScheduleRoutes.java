package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.board.fold.Project;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProjectId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.Relay;
import io.guatu.schedule.Charsets;
import io.guatu.schedule.Choice;
import io.guatu.schedule.NotASchedule;
import io.guatu.schedule.Present;
import io.guatu.schedule.Schedules;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading the schedules that other programs make, beside a project's plan. Telling what they say is the way of every update. */
public final class ScheduleRoutes implements Operations.Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRoutes.class);

    private static final long LONGEST_SCHEDULE = 10 * 1024 * 1024;
    private static final Duration LONGEST_ARRIVAL = Duration.ofMinutes(1);

    /** One is read, one arrives: each is here twice while it is handed over. */
    private static final int MOST = 2;

    private static final Problem BUSY = new Problem(503, "schedules-busy", Map.of("seconds", "5"), List.of());

    private final Caller caller;
    private final Relay relay;
    private final Arrival arrival;
    private final Schedules schedules;
    private final WorkerExecutor reader;
    private int underWay;

    public ScheduleRoutes(Vertx vertx, Caller caller, Relay relay, Schedules schedules) {
        this.caller = caller;
        this.relay = relay;
        this.schedules = schedules;
        this.arrival = new Arrival(vertx, LONGEST_ARRIVAL);
        // It only waits for the process that reads.
        this.reader = vertx.createSharedWorkerExecutor("schedules", 1, 2, TimeUnit.MINUTES);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readSchedule", LONGEST_SCHEDULE, this::mayRead, this::read);
    }

    /** Before megabytes are read: only who may plan the project sends any, and not too many at once. */
    void mayRead(RoutingContext context) {
        project(context);
        if (underWay >= MOST) {
            throw BUSY;
        }
        underWay++;
        context.addEndHandler(ended -> underWay--);
        arrival.begin(context);
        context.next();
    }

    void read(RoutingContext context) {
        Present present = Present.of(project(context));
        arrival.ended(context);
        Choice choice = choice(RequestParams.of(context));
        byte[] bytes = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        reader.executeBlocking(() -> schedules.read(bytes, choice, present), true)
                .onSuccess(json -> Reply.encoded(context, json))
                .onFailure(fault -> context.fail(problem(fault)));
    }

    private Project project(RoutingContext context) {
        ProjectId id = id(context);
        caller.of(context, who -> Scope.mayTell(who, MilestonePlanned.class, id));
        return relay.board().projects().find(id).orElseThrow(() -> Problem.of(404, "unknown-project"));
    }

    private static ProjectId id(RoutingContext context) {
        try {
            return new ProjectId(context.pathParam("project"));
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "invalid");
        }
    }

    private static Choice choice(RequestParams asked) {
        return new Choice(
                number(asked, "schedule"),
                word(asked, "charset", Charsets.class),
                word(asked, "by", Choice.By.class),
                number(asked, "level"),
                word(asked, "weights", Choice.Worth.class),
                number(asked, "baseline"));
    }

    private static Integer number(RequestParams asked, String name) {
        return asked.number(name).map(Long::intValue).orElse(null);
    }

    private static <E extends Enum<E>> E word(RequestParams asked, String name, Class<E> type) {
        return asked.text(name)
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(null);
    }

    private static Throwable problem(Throwable fault) {
        if (fault instanceof NotASchedule not) {
            return Problem.of(422, not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (fault instanceof IOException) {
            LOG.warn("a schedule was not read: {}", fault.toString());
            return BUSY;
        }
        return fault;
    }
}
