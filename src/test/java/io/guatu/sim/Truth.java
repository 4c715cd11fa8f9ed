package io.guatu.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.board.Board;
import io.guatu.bridge.Frames;
import io.guatu.bridge.Frames.Position;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.state.Present;
import io.guatu.state.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is so: the ledger, entry by entry, and each board drawn whole. */
final class Truth {
    private static final Frames FRAMES = new Frames("1");
    private static final int KEPT = 16;

    private final SimTown town;
    /** By seq. */
    private final List<State> states = new ArrayList<>();

    private final Map<At, JsonNode> drawn = new LinkedHashMap<>();

    private record At(long seq, String day, ProjectId site) {}

    Truth(SimTown town) {
        this.town = town;
    }

    Head begin() {
        states.clear();
        drawn.clear();
        states.add(State.begin(new UUID(0, 0)));
        return states.get(0).head();
    }

    void take(Entry entry, Head head) {
        states.add(states.get(states.size() - 1).after(List.of(entry), head));
    }

    /** Whether the ledger has that entry. */
    boolean holds(long seq, String seal) {
        return seq >= 0
                && seq < states.size()
                && states.get((int) seq).head().seal().digits().equals(seal);
    }

    String today() {
        return LocalDate.ofInstant(town.time.clock().instant(), SimNode.ZONE).toString();
    }

    void compare(SimScreen screen, String day, long seq) {
        JsonNode is = drawn.computeIfAbsent(new At(seq, day, screen.site), this::draw);
        if (drawn.size() > KEPT) {
            drawn.clear();
        }
        JsonNode sees = screen.shown();
        for (String member : List.of("board", "cards", "totals")) {
            town.check.that(
                    same(is.path(member), sees.path(member)),
                    "a screen shows another " + member + " than is so at " + seq);
        }
    }

    /** What a node shows at that head, unless it is of a past that is no more. */
    void compare(Board shown, Head at) {
        if (holds(at.seq(), at.seal().digits())) {
            Board is = draw(states.get((int) at.seq()), shown.day());
            town.check.that(is.cards().equals(shown.cards()), "a node shows other cards than are so at " + at.seq());
            town.check.that(is.totals().equals(shown.totals()), "a node shows other totals than are so at " + at.seq());
        }
    }

    private JsonNode draw(At at) {
        State state = states.get((int) at.seq());
        Present present = new Present(state, draw(state, LocalDate.parse(at.day())));
        return Json.read(Json.write(FRAMES.sync(present, at.site(), Position.NOWHERE)), JsonNode.class);
    }

    private static Board draw(State state, LocalDate day) {
        return Board.of(state.head().epoch(), day, SimNode.ZONE, SimNode.RULES, state.projects());
    }

    /** JavaScript writes 46.0 as 46. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other);
    }
}
