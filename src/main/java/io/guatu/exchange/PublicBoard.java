package io.guatu.exchange;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.InvestmentView;
import io.guatu.board.MilestoneView;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.BoardUpdate.PublicationAgreed;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Money;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.ProjectId;
import io.guatu.domain.PublicField;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What strangers see: a record of its own, so that nothing which a {@link Card} learns to say reaches them unless somebody writes
 * it here and the office chooses it. No person is named, and nothing that somebody wrote but names. What is not chosen, or not
 * known, is null.
 *
 * @param outline of the town in WGS-84, where places are public
 */
public record PublicBoard(
        Name name, boolean demo, LocalDate day, List<Item> projects, List<List<Coordinates>> outline) {

    /** @param asOf when what is verified was true; null where progress is not public */
    public record Item(
            ProjectId id,
            Name name,
            Stage stage,
            Lamp.Colour lamp,
            BigDecimal verified,
            BigDecimal time,
            LocalDate asOf,
            List<Step> milestones,
            Sums investment,
            Coordinates site,
            List<Coordinates> course) {}

    /** Percent is verified; {@code finish} is promised, {@code forecast} expected, {@code actual} when it happened. */
    public record Step(Name name, LocalDate finish, LocalDate forecast, LocalDate actual, Percent percent) {}

    /** In 万元. */
    public record Sums(Money total, int year, Money planned, Money completed) {}

    /** Empty while the office shows nothing. Projects that left the board left this one too. */
    public static Optional<PublicBoard> of(Board board) {
        PublicationAgreed agreed = board.projects().settings().outward().publication();
        if (agreed == null || !agreed.open()) {
            return Optional.empty();
        }
        Set<PublicField> fields = Set.copyOf(agreed.fields());
        BoardOpened opened = board.projects().settings().opened();
        OutlineDrawn outline = board.projects().settings().outward().outline();
        return Optional.of(new PublicBoard(
                opened == null ? null : opened.name(),
                opened != null && Boolean.TRUE.equals(opened.demo()),
                board.day(),
                agreed.projects().stream()
                        .map(board.cards()::get)
                        .filter(Objects::nonNull)
                        .map(card -> item(card, fields))
                        .toList(),
                outline == null || !fields.contains(PublicField.PLACE) ? null : outline.lines()));
    }

    public Optional<Item> find(ProjectId id) {
        return projects.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private static Item item(Card card, Set<PublicField> fields) {
        Card.Progress progress = fields.contains(PublicField.PROGRESS) ? card.progress() : null;
        return new Item(
                card.id(),
                card.name(),
                chosen(fields, PublicField.STAGE, card, Card::stage),
                fields.contains(PublicField.LAMP) && card.lamp() != null
                        ? card.lamp().colour()
                        : null,
                progress == null ? null : progress.verified(),
                progress == null ? null : progress.time(),
                progress == null ? null : card.freshness().asOf(),
                chosen(fields, PublicField.MILESTONES, card, each -> each.milestones().stream()
                        .map(PublicBoard::step)
                        .toList()),
                chosen(fields, PublicField.INVESTMENT, card, each -> sums(each.investment())),
                chosen(fields, PublicField.PLACE, card, Card::site),
                chosen(fields, PublicField.PLACE, card, Card::course));
    }

    private static <T> T chosen(Set<PublicField> fields, PublicField field, Card card, Function<Card, T> of) {
        return fields.contains(field) ? of.apply(card) : null;
    }

    private static Step step(MilestoneView milestone) {
        return new Step(
                milestone.name(),
                milestone.baseline() == null ? null : milestone.baseline().finish(),
                milestone.forecast(),
                milestone.actual(),
                milestone.percent() == null ? null : milestone.percent().verified());
    }

    private static Sums sums(InvestmentView money) {
        return money == null ? null : new Sums(money.total(), money.year(), money.planned(), money.completed());
    }
}
