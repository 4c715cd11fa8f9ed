package io.guatu.command;

import static io.guatu.command.Refusal.Code.ALREADY_THERE;
import static io.guatu.command.Refusal.Code.MILESTONE_TWICE;
import static io.guatu.command.Refusal.Code.SHARES_UNORDERED;
import static io.guatu.command.Refusal.Code.SPAN_NOT_FILLED;
import static io.guatu.command.Refusal.Code.TEMPLATE_NAME_USED;
import static io.guatu.command.Refusal.Code.UNKNOWN_DEPENDENCY;
import static io.guatu.command.Refusal.Code.WEIGHTS_NOT_100;

import io.guatu.board.fold.Templates;
import io.guatu.domain.BoardUpdate.TemplateRetired;
import io.guatu.domain.BoardUpdate.TemplateSaved;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanTemplate;
import io.guatu.domain.TemplateStep;
import io.guatu.state.State;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a template of stages must be, so that every plan that is made of it is one. */
public final class TemplateRules {
    private TemplateRules() {}

    static Optional<Refusal> judge(RuleContext now, TemplateSaved saved) {
        Templates known = now.state().projects().settings().templates();
        PlanTemplate template = saved.template();
        boolean named = known.own().values().stream()
                .anyMatch(other -> !other.id().equals(template.id())
                        && other.name().zh().equals(template.name().zh()));
        return Refusal.when(named, TEMPLATE_NAME_USED)
                .or(() -> steps(template))
                .or(() -> Refusal.when(template.equals(known.own().get(template.id())), ALREADY_THERE));
    }

    /** One that ships is in no entry, and is retired all the same. */
    static Optional<Refusal> judge(RuleContext now, TemplateRetired retired) {
        Templates known = now.state().projects().settings().templates();
        return Refusal.when(known.gone().contains(retired.template()), ALREADY_THERE);
    }

    /** Whether this author may plan that project at all, and whether there is one: asked before anything is said of it. */
    public static Optional<Refusal> admit(State state, Command plan) {
        return Rulebook.admit(state, plan, plan.updates().get(0));
    }

    /** Why a first plan that a template made would not be taken: if its first step is, all of it is. */
    public static Optional<Refusal> judge(State state, Command plan, ZoneId zone) {
        return Rulebook.judge(state, plan, plan.updates().get(0), zone);
    }

    private static Optional<Refusal> steps(PlanTemplate template) {
        Set<MilestoneId> before = new HashSet<>();
        int sum = 0;
        int first = Percent.FULL.hundredths();
        int last = 0;
        for (TemplateStep step : template.steps()) {
            if (step.start().compareTo(step.finish()) >= 0) {
                return Refusal.because(SHARES_UNORDERED, "step", step.name().zh());
            }
            for (MilestoneId each : step.predecessors()) {
                if (!before.contains(each)) {
                    return Refusal.because(UNKNOWN_DEPENDENCY, "milestone", each);
                }
            }
            if (!before.add(step.milestone())) {
                return Refusal.because(MILESTONE_TWICE, "milestone", step.milestone());
            }
            sum += step.weight().hundredths();
            first = Math.min(first, step.start().hundredths());
            last = Math.max(last, step.finish().hundredths());
        }
        if (sum != Percent.FULL.hundredths()) {
            return Refusal.because(WEIGHTS_NOT_100, "sum", PlanRules.percent(sum));
        }
        return Refusal.when(first != 0 || last != Percent.FULL.hundredths(), SPAN_NOT_FILLED);
    }
}
