package io.guatu.domain;

import java.util.List;

/**
 * The stages that projects of one sort go through, as data: a plan is made of it and the project's first and last day. Those
 * that ship are in {@code seeds/templates}; the office makes its own.
 *
 * @param sectors of the projects for which it is offered first, as OC4IDS codes or their beginnings; null: none
 * @param words that stand in the names of such projects, which say more than a sector; null: none
 */
public record PlanTemplate(
        TemplateId id, Name name, List<String> sectors, List<String> words, List<TemplateStep> steps) {
    public PlanTemplate {
        sectors = sectors == null || sectors.isEmpty() ? null : List.copyOf(sectors);
        words = words == null || words.isEmpty() ? null : List.copyOf(words);
        steps = List.copyOf(steps);
    }
}
