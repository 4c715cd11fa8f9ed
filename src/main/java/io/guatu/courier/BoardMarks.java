package io.guatu.courier;

import io.guatu.access.Roster;
import io.guatu.board.Board;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.ledger.Receivers;
import io.guatu.tidings.Mark;
import io.guatu.tidings.Receiver;
import io.guatu.tidings.Tiding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a board says in marks as they are kept, and in letters as they are put into the outbox. Pure. */
final class BoardMarks {
    private BoardMarks() {}

    /** The marks, by project, of those that are others than before. */
    static Map<String, String> changed(Board board, Collection<ProjectId> looked, Map<ProjectId, String> before) {
        Map<String, String> changed = new TreeMap<>();
        for (ProjectId id : looked) {
            String mark = Json.write(Mark.of(board.cards().get(id), board.day(), board.terms()));
            if (!mark.equals(before.get(id))) {
                changed.put(id.value(), mark);
            }
        }
        return changed;
    }

    /** @param before the marks that were kept; a project without one was never seen */
    static List<Tiding> news(Board board, Set<String> projects, Map<String, String> before) {
        List<Tiding> news = new ArrayList<>();
        for (String id : projects) {
            Mark earlier = before.containsKey(id) ? Json.read(before.get(id), Mark.class) : Mark.NONE;
            news.addAll(earlier.news(board.cards().get(new ProjectId(id)), board.day(), board.terms()));
        }
        return news;
    }

    /** To each what it wants to hear, when it wants to. */
    static List<Outbox.Letter> letters(
            List<Tiding> news, List<Receivers.Kept> all, Board board, Roster roster, Instant now) {
        List<Outbox.Letter> letters = new ArrayList<>();
        for (Receivers.Kept kept : all) {
            Receiver receiver = Wish.receiver(kept);
            Instant due = receiver.hours()
                    .next(now, board.zone(), board.projects().settings().calendar());
            String channel = Json.kebab(receiver.channel());
            news.stream()
                    .filter(tiding -> receiver.hears(tiding, roster))
                    .forEach(tiding -> letters.add(
                            new Outbox.Letter(tiding.id(), receiver.id(), channel, Json.write(tiding), now, due)));
        }
        return letters;
    }
}
