package io.guatu.board;

import io.guatu.board.fold.Report;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Author;
import io.guatu.domain.Landmark;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project's card as its contractors see it: a record of its own, so that nothing which a {@link Card} learns to say for the
 * town reaches them unless somebody writes it here. Members are named and mean as they do there.
 */
public record SiteCard(
        ProjectId id,
        long seq,
        long projectSeq,
        Name name,
        String sector,
        ProjectKind kind,
        Stage stage,
        Map<Landmark, LocalDate> landmarks,
        String owner,
        Name capacity,
        Lamp lamp,
        Progress progress,
        Card.Freshness freshness,
        Card.Next next,
        List<MilestoneView> milestones)
        implements ProjectCard {

    /** Percent, one decimal: what is verified, and what should be. What others reported is not here. */
    public record Progress(BigDecimal verified, BigDecimal time) {}

    /** As all contractors of the project see it: without what anybody's report says. */
    public static SiteCard of(Card card) {
        return of(card, null, Set.of());
    }

    /**
     * The same, with what this contractor's own reports say; null: nobody's.
     *
     * @param own the hazards and blockers that are this contractor's to know: they may be why the lamp is what it is
     */
    static SiteCard of(Card card, Author contractor, Set<Long> own) {
        return new SiteCard(
                card.id(),
                card.seq(),
                card.projectSeq(),
                card.name(),
                card.sector(),
                card.kind(),
                card.stage(),
                card.landmarks(),
                card.owner(),
                card.capacity(),
                lamp(card.lamp(), own),
                card.progress() == null
                        ? null
                        : new Progress(
                                card.progress().verified(), card.progress().time()),
                card.freshness(),
                card.next(),
                card.milestones().stream()
                        .map(milestone -> milestone.saying(own(card, milestone, contractor)))
                        .toList());
    }

    private static Percent own(Card card, MilestoneView milestone, Author contractor) {
        return card.pending().stream()
                .filter(report -> contractor != null
                        && report.isBy(contractor)
                        && report.milestone().equals(milestone.id()))
                .map(Report::percent)
                .findFirst()
                .orElse(null);
    }

    /** The colour is for everyone; what the town does about it is not, nor what is another company's. */
    private static Lamp lamp(Lamp lamp, Set<Long> own) {
        return new Lamp(
                lamp.colour(),
                lamp.rules(),
                lamp.reasons().stream()
                        .filter(reason -> reason.ref() == null || own.contains(reason.ref()))
                        .toList(),
                lamp.toGreen().stream()
                        .filter(step -> step.ref() == null || own.contains(step.ref()))
                        .toList());
    }
}
