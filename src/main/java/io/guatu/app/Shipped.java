package io.guatu.app;

import io.guatu.domain.PlanTemplate;
import io.guatu.domain.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What comes with the program as data and is offered until the office makes its own: rule sets by id, templates of stages. */
record Shipped(Map<String, RuleSet> rules, List<PlanTemplate> templates) {
    /** In force until the office adopts another set. */
    private static final String DEFAULT_RULES = "daguan-1";

    Shipped {
        templates = List.copyOf(templates);
    }

    /** Blocks. */
    static Shipped read() throws IOException {
        return new Shipped(Seeds.rules(), Seeds.templates());
    }

    RuleSet firstRules() {
        return rules.get(DEFAULT_RULES);
    }
}
