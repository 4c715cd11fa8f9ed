package io.guatu.http.route;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.board.figures.StagedPlan;
import io.guatu.board.fold.Description;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Templates;
import io.guatu.command.Command;
import io.guatu.command.Refusal;
import io.guatu.command.TemplateRules;
import io.guatu.domain.PlanTemplate;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProjectId;
import io.guatu.domain.TemplateId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.problem.Texts;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Json;
import io.guatu.relay.Relay;
import io.guatu.state.State;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What plans are made of, and the plans that would be: they are told like every plan, a batch a project. */
public final class PlanRoutes implements Operations.Routes {
    /** Five hundred projects. */
    private static final long LONGEST_REQUEST = 128 * 1024;

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final Clock clock;
    private final List<PlanTemplate> shipped;

    public PlanRoutes(Vertx vertx, Caller caller, Relay relay, Clock clock, List<PlanTemplate> shipped) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.clock = clock;
        this.shipped = List.copyOf(shipped);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readTemplates", this::templates);
        operations.on("previewPlans", LONGEST_REQUEST, RoutingContext::next, this::preview);
    }

    /** @param own whether the office saved it, or changed the one that ships */
    record Offered(@JsonUnwrapped PlanTemplate template, boolean own) {}

    /** Between which days a project is to be built, and which other names it goes by, or none; null is a day that nobody said. */
    record Span(LocalDate begins, LocalDate ends, List<String> aliases) {
        static final Span UNSAID = new Span(null, null, List.of());

        static Span of(Description said) {
            return new Span(said.begins(), said.ends(), said.aliases());
        }
    }

    /** @param refused null: it would be taken as it is; else there are no updates, or they would not be */
    record Staged(ProjectId project, List<MilestonePlanned> updates, Refused refused) {}

    record Refused(String code, String detail) {}

    private record Asked(ProjectId project, TemplateId template, LocalDate start, LocalDate finish) {}

    void templates(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TEMPLATES, null));
        Templates known = known();
        List<Offered> offered = known.offered(shipped).stream()
                .map(template -> new Offered(template, known.own().containsKey(template.id())))
                .toList();
        Reply.json(context, 200, Map.of("templates", offered, "spans", spans(relay.board())));
    }

    /** What projects that have no plan say of themselves, where they do. */
    private static Map<ProjectId, Span> spans(Board board) {
        Map<ProjectId, Span> spans = new HashMap<>();
        board.cards().keySet().forEach(id -> {
            Project project = board.projects().byId().get(id);
            Span span = Span.of(project.description());
            if (project.plan().milestones().isEmpty() && !span.equals(Span.UNSAID)) {
                spans.put(id, span);
            }
        });
        return spans;
    }

    void preview(RoutingContext context) {
        Principal who = caller.of(context, principal -> Scope.maySee(principal, Sight.TEMPLATES, null));
        List<Asked> asked = new ArrayList<>();
        for (JsonNode plan : RequestParams.of(context).body().path("plans")) {
            asked.add(RequestParams.read(plan, Asked.class, "/plans/" + asked.size()));
        }
        String language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        State state = relay.now().state();
        Map<TemplateId, PlanTemplate> offered =
                known().offered(shipped).stream().collect(Collectors.toMap(PlanTemplate::id, Function.identity()));
        vertx.executeBlocking(
                        () -> Json.bytes(Map.of(
                                "plans",
                                asked.stream()
                                        .map(one -> staged(one, offered.get(one.template()), state, who, language))
                                        .toList())),
                        false)
                .onSuccess(bytes -> Reply.encoded(context, bytes))
                .onFailure(context::fail);
    }

    private Staged staged(Asked asked, PlanTemplate template, State state, Principal who, String language) {
        if (template == null) {
            return new Staged(asked.project(), null, refused("unknown-template", Map.of(), language));
        }
        if (asked.finish().isBefore(asked.start())) {
            return new Staged(asked.project(), null, refused("finish-before-start", Map.of(), language));
        }
        List<MilestonePlanned> plan = StagedPlan.told(StagedPlan.of(template, asked.start(), asked.finish()));
        Command command = Command.of(who, "preview", "", clock.instant(), asked.project(), List.copyOf(plan), null);
        return new Staged(
                asked.project(),
                plan,
                TemplateRules.admit(state, command)
                        .map(refusal -> refused(refusal, language))
                        .or(() -> planned(asked.project(), state, language))
                        .or(() -> TemplateRules.judge(
                                        state, command, relay.board().zone())
                                .map(refusal -> refused(refusal, language)))
                        .orElse(null));
    }

    /** What has a plan keeps it: it is for a person to change one, not for a template. */
    private Optional<Refused> planned(ProjectId project, State state, String language) {
        int steps = state.projects().byId().get(project).plan().milestones().size();
        return steps == 0
                ? Optional.empty()
                : Optional.of(refused("plan-exists", Map.of("n", Integer.toString(steps)), language));
    }

    private Refused refused(Refusal refusal, String language) {
        Problem problem = Problem.of(refusal);
        return refused(problem.code(), problem.parameters(), language);
    }

    private Refused refused(String code, Map<String, String> parameters, String language) {
        return new Refused(code, Texts.problem(code, parameters, language));
    }

    private Templates known() {
        return relay.board().projects().settings().templates();
    }
}
