package io.guatu.state;

import io.guatu.access.Grant;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.DirectiveView;
import io.guatu.board.Safety;
import io.guatu.board.Wait;
import io.guatu.board.Wait.Party;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What waits for a party's turn, item by item, with the names of those whose turn it is: for readers who may see names. Those
 * past their last day come first, of the others those that were told first; no sum is made of any name.
 *
 * @param items {@value #MOST} at most
 * @param more how many further ones there are
 */
public record WaitingList(LocalDate day, long seq, List<Item> items, int more) {
    private static final int MOST = 200;

    /** @param names who is meant; empty where the board knows nobody by name */
    public record Item(ProjectId project, Wait.Step step, Long ref, Long past, List<String> names) {}

    /** @param seen whose projects are the reader's to see */
    public static WaitingList of(State state, Board board, Party party, Predicate<ProjectId> seen) {
        List<Wait> waits = board.cards().values().stream()
                .filter(card -> seen.test(card.id()))
                .flatMap(card -> Wait.of(card).stream())
                .filter(wait -> wait.step().party() == party)
                .sorted(Comparator.comparing((Wait wait) -> -Objects.requireNonNullElse(wait.past(), 0L))
                        .thenComparing(wait -> Objects.requireNonNullElse(wait.ref(), Long.MAX_VALUE)))
                .toList();
        List<Item> items = waits.stream()
                .limit(MOST)
                .map(wait -> new Item(
                        wait.project(),
                        wait.step(),
                        wait.ref(),
                        wait.past(),
                        names(state, board.cards().get(wait.project()), wait)))
                .toList();
        return new WaitingList(board.day(), board.seq(), items, waits.size() - items.size());
    }

    private static List<String> names(State state, Card card, Wait wait) {
        return switch (wait.step()) {
            case RECTIFY ->
                card.safety().open().stream()
                        .filter(found -> found.seq() == wait.ref())
                        .map(Safety.Finding::grant)
                        .filter(Objects::nonNull)
                        .map(state.roster().grants()::get)
                        .filter(Objects::nonNull)
                        .flatMap(WaitingList::company)
                        .toList();
            case ACCEPT, DECIDE ->
                card.directives().stream()
                        .filter(order -> order.seq() == wait.ref())
                        .map(DirectiveView::by)
                        .toList();
            case COORDINATE, SUPPORT -> List.of();
            default -> state.roster().managersOf(card.id());
        };
    }

    private static Stream<String> company(Grant grant) {
        return Stream.of(grant.issued().company());
    }
}
