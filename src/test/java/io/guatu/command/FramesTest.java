package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.WebModule;
import io.guatu.board.Frame;
import io.guatu.board.Patch;
import io.guatu.bridge.BridgeContract;
import io.guatu.bridge.Frames;
import io.guatu.bridge.Frames.Position;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Json;
import io.guatu.ledger.NewEntry;
import io.guatu.state.Present;
import io.guatu.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever becomes of frames on their way, a viewer ends as the board: with the page's own code, and with the few lines that
 * the contract's description comes to.
 */
class FramesTest {
    private static final Frames FRAMES = new Frames("1");
    private static final Path GOLDEN = Path.of("src/test/resources/frames");
    private static WebModule page;
    private static Value viewer;

    @BeforeAll
    @BeforeContainer
    static synchronized void open() {
        if (page == null) {
            page = new WebModule("store/board.js");
            viewer = page.eval("""
                    (Board) => {
                      const board = new Board();
                      return {
                        take: (frame) => board.take(JSON.parse(frame)),
                        position: () => JSON.stringify(board.position),
                        shown: () => JSON.stringify({ board: board.title, cards: [...board.cards.values()], totals: board.totals ?? undefined }),
                      };
                    }""");
        }
    }

    @AfterAll
    @AfterContainer
    static synchronized void close() {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private static Present begun() {
        return new Present(State.begin(Town.EPOCH), HistoryTest.empty());
    }

    /** Sealed as the ledger seals. */
    private static Present after(Present before, List<Entry> entries) {
        Batch batch = new Batch(before.head());
        entries.forEach(entry ->
                batch.add(new NewEntry(entry.project(), entry.projectSeq(), entry.at(), entry.by(), entry.update())));
        return before.after(entries, batch.head());
    }

    /** One address of a node and one viewer of it, with everything that may go wrong between them. */
    private static final class Line {
        private final ProjectId site;
        private final Value seen = viewer.execute(page.export("Board"));
        private Present shown;

        Line(Present begun, ProjectId site) {
            this.site = site;
            this.shown = begun;
        }

        void news(Present now, boolean lost) {
            Frame frame = shown.board().day().equals(now.board().day())
                    ? FRAMES.news(shown, now, site, List.of())
                    : FRAMES.sync(now, site, Position.NOWHERE);
            shown = now;
            if (!lost && seen.invokeMember("take", Json.write(frame)).asString().equals("gap")) {
                sync();
            }
        }

        void take(Frame frame, String did) {
            assertEquals(did, seen.invokeMember("take", Json.write(frame)).asString());
        }

        void sync() {
            JsonNode at = Json.read(seen.invokeMember("position").asString(), JsonNode.class);
            Position position = at.isEmpty() ? Position.NOWHERE : Json.read(at.toString(), Position.class);
            Frame answer = FRAMES.sync(shown, site, position);
            assertFalse(seen.invokeMember("take", Json.write(answer)).asString().equals("gap"));
        }

        void isCurrent() {
            Frame whole = FRAMES.sync(shown, site, Position.NOWHERE);
            JsonNode is = json(whole);
            JsonNode sees = Json.read(seen.invokeMember("shown").asString(), JsonNode.class);
            for (String member : List.of("board", "cards", "totals")) {
                alike(is.path(member), sees.path(member));
            }
        }
    }

    private static JsonNode json(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    /** JavaScript writes 46.0 as 46. */
    private static void alike(JsonNode expected, JsonNode actual) {
        assertTrue(
                expected.equals(
                        (one, other) -> one.isNumber() && other.isNumber()
                                ? one.decimalValue().compareTo(other.decimalValue())
                                : one.equals(other) ? 0 : 1,
                        actual),
                () -> "is " + expected + "\nsees " + actual);
    }

    @Property(tries = 60)
    void any_sequence_of_frames_gaps_skips_and_syncs_ends_at_the_snapshot(@ForAll long seed) {
        Random random = new Random(seed);
        List<Entry> entries = HistoryTest.history(seed).entries();
        Present board = begun();
        Line town = new Line(board, null);
        Line site = new Line(board, Town.ROAD);
        for (int next = 0; next < entries.size(); ) {
            int to = Math.min(entries.size(), next + 1 + random.nextInt(4));
            board = after(board, entries.subList(next, to));
            next = to;
            if (random.nextInt(20) == 0) {
                board = board.on(board.board().day().plusDays(random.nextInt(3) - 1));
            }
            for (Line line : List.of(town, site)) {
                if (random.nextInt(3) > 0) {
                    line.news(board, random.nextInt(4) == 0);
                }
                if (random.nextInt(8) == 0) {
                    line.sync();
                    line.isCurrent();
                }
            }
        }
        for (Line line : List.of(town, site)) {
            line.news(board, random.nextBoolean());
            line.news(board, false);
            line.sync();
            line.isCurrent();
        }
    }

    @Property(tries = 60)
    void a_delta_turns_the_base_into_what_is_shown_now(@ForAll long seed) {
        Random random = new Random(seed);
        List<Entry> entries = HistoryTest.history(seed).entries();
        int from = random.nextInt(entries.size());
        Present before = after(begun(), entries.subList(0, from));
        Present after = after(before, entries.subList(from, entries.size()));
        for (ProjectId site : new ProjectId[] {null, Town.ROAD}) {
            JsonNode was = json(FRAMES.sync(before, site, Position.NOWHERE));
            JsonNode is = json(FRAMES.sync(after, site, Position.NOWHERE));
            JsonNode delta = json(FRAMES.news(before, after, site, List.of())).path("delta");
            JsonNode now = delta.isMissingNode() ? was : Patch.applied(only(was), delta);
            assertEquals(only(is), only(now), delta.toString());
        }
    }

    private static JsonNode only(JsonNode frame) {
        ObjectNode view = Json.MAPPER.createObjectNode();
        for (String member : List.of("board", "cards", "totals")) {
            if (frame.has(member)) {
                view.set(member, frame.get(member));
            }
        }
        return view;
    }

    @Property(tries = 30)
    void what_a_site_gets_by_deltas_is_what_it_may_see_and_no_more(@ForAll long seed) {
        List<Entry> entries = HistoryTest.history(seed).entries();
        Set<String> may = new TreeSet<>();
        Set<String> got = new TreeSet<>();
        Present board = begun();
        for (Entry entry : entries) {
            Present next = after(board, List.of(entry));
            JsonNode whole = json(FRAMES.sync(next, Town.ROAD, Position.NOWHERE));
            whole.path("cards").forEach(card -> names(card, may));
            Frame frame = FRAMES.news(board, next, Town.ROAD, List.of(entry));
            assertEquals(List.of(), BridgeContract.frame(whole, true));
            assertEquals(List.of(), BridgeContract.frame(json(frame), true));
            assertEquals(null, frame.entries());
            json(frame).path("delta").path("cards").path("items").forEach(card -> names(card, got));
            board = next;
        }
        got.remove("items");
        got.remove("gone");
        assertTrue(may.containsAll(got), () -> got + " are not all in " + may);
    }

    private static void names(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names(child, names));
    }

    @Test
    void somebody_ahead_by_another_node_is_told_that_it_lives_and_keeps_what_it_has() {
        List<Entry> entries = Town.withRoad().entries();
        Present ahead = after(begun(), entries);
        Present behind = after(begun(), entries.subList(0, 4));
        Frame answer = FRAMES.sync(behind, null, Position.of(ahead));
        assertEquals(List.of(), answer.cards());
        assertEquals(4, answer.seq());
        assertEquals(4, answer.prev());
        Position elsewhere = new Position(
                new UUID(2, 2),
                ahead.board().day(),
                ahead.seq(),
                ahead.head().seal().digits());
        assertEquals(0, FRAMES.sync(behind, null, elsewhere).prev());
    }

    /** A restore without a word: the numbers are the same, and stand for something else. */
    @Test
    void what_a_viewer_saw_of_a_past_that_is_gone_goes_with_it() {
        List<Entry> entries = Town.withRoad().entries();
        Present kept = after(begun(), entries.subList(0, entries.size() - 1));
        Present lost = after(kept, entries.subList(entries.size() - 1, entries.size()));
        Town other = Town.withRoad();
        other.must(0, "wang", "{'kind':'blocker-raised','factor':'land','text':'未签约','promised':'@9'}");
        Entry said = other.entries().get(other.entries().size() - 1);
        Entry instead = new Entry(lost.seq(), said.project(), lost.seq(), said.at(), said.by(), said.update());
        Present now = after(kept, List.of(instead));
        Present later = after(
                now,
                List.of(new Entry(
                        lost.seq() + 1, said.project(), lost.seq() + 1, said.at(), said.by(), said.update())));
        for (Present shown : List.of(kept, now, later)) {
            Line line = new Line(shown, null);
            line.take(FRAMES.sync(lost, null, Position.NOWHERE), "applied");
            line.take(FRAMES.sync(shown, null, Position.NOWHERE), "applied");
            line.isCurrent();
        }
        Line line = new Line(now, null);
        line.take(FRAMES.sync(lost, null, Position.NOWHERE), "applied");
        line.take(FRAMES.news(now, now, null, List.of()), "gap");
        line.take(FRAMES.news(now, later, null, List.of()), "gap");
        line.take(FRAMES.news(kept, kept, null, List.of()), "known");
    }

    /** A report on a road, then what came of it: what travels, byte by byte, for whoever writes another viewer. */
    @Test
    void the_golden_frames_are_made_and_understood() throws IOException {
        Town town = Town.withRoad();
        Present first = after(begun(), town.entries());
        int known = town.entries().size();
        town.must(
                0, "g-li", "{'kind':'progress-reported','milestone':'base','percent':62,'asOf':'@0','note':'三段顶进完成'}");
        town.must(0, "wang", "{'kind':'blocker-raised','factor':'land','text':'未签约','promised':'@9'}");
        Present second =
                after(first, town.entries().subList(known, town.entries().size()));
        List<Entry> said = town.entries().subList(known, town.entries().size());
        int then = town.entries().size();
        town.must(0, "wang", "{'kind':'progress-verified','report':" + (known + 1) + "}");
        town.must(0, "wang", "{'kind':'blocker-cleared','blocker':" + (known + 2) + ",'how':'已签'}");
        Present third =
                after(second, town.entries().subList(then, town.entries().size()));
        golden("1-whole", FRAMES.sync(first, null, Position.NOWHERE));
        golden("2-reported", FRAMES.news(first, second, null, said));
        golden("3-verified", FRAMES.news(second, third, null, List.of()));
        golden("4-nothing-new", FRAMES.news(third, third, null, List.of()));
        golden("5-synced-from-1", FRAMES.sync(third, null, Position.of(first)));
        golden("6-whole-again", FRAMES.sync(third, null, Position.NOWHERE));
        golden("site-reported", FRAMES.news(first, second, Town.ROAD, said));

        Value page = viewer.execute(FramesTest.page.export("Board"));
        assertEquals("applied", take(page, "1-whole"));
        assertEquals("applied", take(page, "2-reported"));
        assertEquals("applied", take(page, "3-verified"));
        assertEquals("known", take(page, "4-nothing-new"));
        JsonNode end = Json.read(Files.readString(GOLDEN.resolve("6-whole-again.json")), JsonNode.class);
        JsonNode shown = Json.read(page.invokeMember("shown").asString(), JsonNode.class);
        alike(only(end), only(shown));
        Value late = viewer.execute(FramesTest.page.export("Board"));
        take(late, "1-whole");
        assertEquals("gap", take(late, "3-verified"));
        assertEquals("applied", take(late, "5-synced-from-1"));
        assertEquals(shown, Json.read(late.invokeMember("shown").asString(), JsonNode.class));
    }

    private static String take(Value page, String name) throws IOException {
        return page.invokeMember("take", Files.readString(GOLDEN.resolve(name + ".json")))
                .asString();
    }

    /** Writes the file that is not there: to make them anew, delete them and read the difference. */
    private static void golden(String name, Frame frame) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        String text = json(frame).toPrettyString() + "\n";
        if (Files.notExists(file)) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, name);
        assertEquals(List.of(), BridgeContract.frame(json(frame), name.startsWith("site")));
    }
}
