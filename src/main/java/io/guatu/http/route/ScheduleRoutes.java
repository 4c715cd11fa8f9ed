package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.board.fold.Project;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProjectId;
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
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Reading the schedules that other programs make, beside a project's plan. Telling what they say is the way of every update. */
public final class ScheduleRoutes implements Operations.Routes {
    private static final long LONGEST_SCHEDULE = 10 * 1024 * 1024;

    private final Caller caller;
    private final Relay relay;
    private final Schedules schedules;
    private final FileReading files;

    public ScheduleRoutes(Vertx vertx, Caller caller, Relay relay, Schedules schedules) {
        this.caller = caller;
        this.relay = relay;
        this.schedules = schedules;
        this.files = new FileReading(vertx, "schedules");
    }

    @Override
    public void on(Operations operations) {
        operations.on("readSchedule", LONGEST_SCHEDULE, this::mayRead, this::read);
    }

    /** Before megabytes are read: only who may plan the project sends any, and not too many at once. */
    void mayRead(RoutingContext context) {
        project(context);
        files.begin(context);
    }

    void read(RoutingContext context) {
        Present present = Present.of(project(context));
        Choice choice = choice(RequestParams.of(context));
        files.read(context, bytes -> schedules.read(bytes, choice, present), ScheduleRoutes::problem);
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
        return fault instanceof NotASchedule not
                ? Problem.of(422, not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : fault;
    }
}
