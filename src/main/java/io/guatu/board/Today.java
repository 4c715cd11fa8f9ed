package io.guatu.board;

import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What waits for a reader on the board's day: most pressing kind first, of each kind in the order in which it presses. Whatever the
 * wall shows red is in it, by what makes it red, for everyone whose project it is and for all above.
 *
 * @param seq the newest entry that the board shows
 */
public record Today(LocalDate day, long seq, List<Item> items) {
    private static final int SOON_DAYS = 7;

    /** In the order of the list. */
    public enum What {
        /** The report {@code ref} waits for a verdict. */
        REPORT,
        DIRECTIVE,
        HAZARD,
        /** Red, for what stands nowhere else in the list. */
        RED,
        /** The blocker {@code ref} is past its promise. */
        PROMISE,
        /** A milestone is late, or due within a week. */
        DUE,
        SILENT,
        /** There is no plan, or its weights are not whole. */
        PLAN
    }

    /** {@code ref} is the seq of what it is about, null where that is the project. */
    public record Item(ProjectId project, What what, Long ref) {}

    /** For a reader who may verify whatever was reported. */
    static Today of(Board board, Role role, Predicate<ProjectId> own) {
        return of(board, role, own, project -> true);
    }

    /**
     * @param own which projects are the reader's, of whom everything waits; leaders look after all
     * @param verifies whose reports wait for this reader
     */
    public static Today of(Board board, Role role, Predicate<ProjectId> own, Predicate<ProjectId> verifies) {
        List<Card> cards = board.cards().values().stream()
                .filter(card -> role != Role.MANAGER || own.test(card.id()))
                .toList();
        boolean writes = role == Role.MANAGER || role == Role.OFFICE;
        List<Item> items = new ArrayList<>();
        if (writes) {
            items.addAll(reports(
                    cards.stream().filter(card -> verifies.test(card.id())).toList()));
        }
        List<Item> rest = new ArrayList<>();
        rest.addAll(directives(cards, role));
        rest.addAll(hazards(cards, role));
        rest.addAll(promises(cards));
        rest.addAll(due(cards));
        cards.stream()
                .filter(card -> card.lamp().has(Lamp.Code.SILENT))
                .forEach(card -> rest.add(of(card, What.SILENT)));
        if (writes) {
            cards.stream()
                    .filter(card ->
                            card.lamp().has(Lamp.Code.NO_PLAN) || card.lamp().has(Lamp.Code.PLAN_INCOMPLETE))
                    .forEach(card -> rest.add(of(card, What.PLAN)));
        }
        rest.addAll(reds(cards, rest));
        rest.sort(Comparator.comparing(Item::what)); // stable: within a kind as it presses
        items.addAll(rest);
        return new Today(board.day(), board.seq(), items);
    }

    private static Item of(Card card, What what) {
        return new Item(card.id(), what, null);
    }

    private static List<Item> reports(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> card.pending().stream().map(report -> new Item(card.id(), What.REPORT, report.seq())))
                .sorted(Comparator.comparing(Item::ref))
                .toList();
    }

    /** A red card whose first reason is listed already is not listed again. */
    private static List<Item> reds(List<Card> cards, List<Item> listed) {
        Set<Long> refs = new HashSet<>();
        Set<ProjectId> due = new HashSet<>();
        listed.forEach(item -> {
            if (item.ref() != null) {
                refs.add(item.ref());
            }
            if (item.what() == What.DUE) {
                due.add(item.project());
            }
        });
        return cards.stream()
                .filter(card -> card.lamp().colour() == Lamp.Colour.RED)
                .filter(card -> {
                    Lamp.Reason first = card.lamp().reasons().get(0);
                    boolean late = first.code() == Lamp.Code.MILESTONE_LATE
                            && due.contains(card.id())
                            && first.milestone().equals(card.next().milestone());
                    return !late && !(first.ref() != null && refs.contains(first.ref()));
                })
                .map(card -> of(card, What.RED))
                .toList();
    }

    /** The project's manager owes the answer; those above judge it, and see to what is overdue. */
    private static List<Item> directives(List<Card> cards, Role role) {
        return overdueFirst(cards.stream().flatMap(card -> items(card.directives())
                .filter(order ->
                        order.past() != null || (role == Role.MANAGER) == (order.status() != Directive.Status.ANSWERED))
                .map(order -> new Overdue(new Item(card.id(), What.DIRECTIVE, order.seq()), order.past()))));
    }

    /** While the contractor still has time a leader has nothing to do. */
    private static List<Item> hazards(List<Card> cards, Role role) {
        return overdueFirst(cards.stream().filter(card -> card.safety() != null).flatMap(card -> items(
                        card.safety().open())
                .filter(hazard ->
                        role != Role.LEADER || hazard.past() != null || hazard.status() != Hazard.Status.NOTICED)
                .map(hazard -> new Overdue(new Item(card.id(), What.HAZARD, hazard.seq()), hazard.past()))));
    }

    private static List<Item> promises(List<Card> cards) {
        return overdueFirst(cards.stream().flatMap(card -> items(card.blockers())
                .filter(blocker -> blocker.past() != null)
                .map(blocker -> new Overdue(new Item(card.id(), What.PROMISE, blocker.seq()), blocker.past()))));
    }

    private static List<Item> due(List<Card> cards) {
        return cards.stream()
                .filter(card -> card.next() != null && card.next().days() <= SOON_DAYS)
                .filter(card -> !card.lamp().outside())
                .sorted(Comparator.comparing(card -> card.next().days()))
                .map(card -> of(card, What.DUE))
                .toList();
    }

    /** {@code days} past, null in time. */
    private record Overdue(Item item, Long days) {}

    private static List<Item> overdueFirst(Stream<Overdue> all) {
        return all.sorted(Comparator.comparing((Overdue each) -> -Objects.requireNonNullElse(each.days(), 0L)))
                .map(Overdue::item)
                .toList();
    }

    private static <T> Stream<T> items(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }
}
