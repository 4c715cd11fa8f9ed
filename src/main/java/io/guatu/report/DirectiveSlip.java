package io.guatu.report;

import io.guatu.board.fold.Directive;
import io.guatu.domain.DirectiveUpdate.Registered;
import io.guatu.report.Paper.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 督办单: what was ordered, of whom and until when, what was answered, and room for three signatures. */
final class DirectiveSlip {
    private DirectiveSlip() {}

    static Paper of(Edition edition, About about) {
        Line line = about.line(edition);
        Directive directive =
                about.item() == null ? null : line.project().directives().all().get(about.item());
        if (directive == null) {
            throw new Unwritten();
        }
        Said said = new Said(edition);
        List<List<String>> facts = new ArrayList<>(List.of(
                List.of(said.text("table.name"), line.name()),
                List.of(said.text("table.order"), directive.issued().text()),
                List.of(said.text("table.by"), directive.by().name()),
                List.of(said.text("table.issued"), said.day(directive.at())),
                List.of(
                        said.text("table.unit-of"),
                        said.or(
                                directive.issued().registered().unit() == null
                                        ? line.description().unit()
                                        : directive.issued().registered().unit())),
                List.of(
                        said.text("table.responsible"),
                        said.or(
                                directive.issued().owner() == null
                                        ? line.managers()
                                        : directive.issued().owner())),
                List.of(said.text("table.deadline"), said.day(directive.deadline())),
                List.of(said.text("table.standing"), edition.word("directive", directive.status()))));
        Registered register = directive.issued().registered();
        more(facts, said.text("table.source"), register.source());
        more(facts, said.text("table.follower"), register.follower());
        more(facts, said.text("table.requirement"), register.requirement());
        if (directive.promised() != null) {
            facts.add(List.of(said.text("table.promised-day"), said.day(directive.promised())));
        }
        if (directive.acknowledged() != null) {
            facts.add(List.of(said.text("paper.acknowledged"), said.day(directive.acknowledged())));
        }
        facts.add(List.of(
                said.text("table.answer"),
                directive.answer() == null ? said.text("paper.unanswered") : directive.answer()));
        if (directive.said() != null) {
            facts.add(List.of(said.text("paper.verdict"), directive.said()));
        }
        if (directive.closed() != null) {
            facts.add(List.of(said.text("table.ended"), said.day(directive.closed())));
        }
        return new Paper(
                "directive",
                null,
                directive.issued().registered().number() == null
                        ? said.text("paper.directive.number", Map.of("n", directive.seq()))
                        : directive.issued().registered().number(),
                edition.joined("paper.directive.title"),
                null,
                edition.day(),
                said.day(edition.day()),
                List.of(
                        Part.facts(facts),
                        Part.signatures(said, "paper.sign.orders", "paper.sign.does", "paper.sign.checks")),
                null);
    }

    private static void more(List<List<String>> facts, String called, String value) {
        if (value != null) {
            facts.add(List.of(called, value));
        }
    }
}
