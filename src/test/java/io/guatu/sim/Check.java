package io.guatu.sim;

import io.guatu.board.Board;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.Entry;
import io.guatu.domain.Role;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.ledger.NewEntry;
import io.guatu.ledger.Page;
import io.guatu.relay.BoardMoved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be so in a town, whatever happens; throws what is not. Looks at the ledger after each step, and folds it itself. */
final class Check {
    private static final Pattern KEY = Pattern.compile("\"(?:note|text)\":\"([^\"]+)\"");
    /** Fifteen seconds, the second between two looks, and the way. */
    private static final long KNOWS_MILLIS = 17_500;
    /** After a past is gone, until each node has seen it. */
    private static final long SETTLES_MILLIS = 25_000;
    /** A sign of life every five seconds, between two of a node's looks, and two seconds of way. */
    private static final long HEARS_MILLIS = 9_000;
    /** Two seconds, and one between two looks. */
    private static final long ASKS_AGAIN_MILLIS = 3_500;
    /** Of a node's moves that leave most of the board as it was, each so manieth is compared. */
    private static final int COMPARED = 16;

    private final SimTown town;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, Long> entered = new HashMap<>();
    /** What a restore took away. */
    private final Set<String> lost = new HashSet<>();

    private final Truth truth;
    /** Told and not answered. */
    private final Set<String> open = new HashSet<>();

    private AssertionError broken;
    private Head seen;
    private boolean revoked;
    private long restored;
    private int changes = -1;
    private int moves;

    Check(SimTown town) {
        this.town = town;
        this.truth = new Truth(town);
        this.restored = town.ledger.restored();
    }

    /** Remembered too: what is thrown where an answer comes is that answer's failure, and nobody hears of it. */
    void that(boolean so, String what) {
        if (!so) {
            broken = broken == null ? new AssertionError(what) : broken;
            throw broken;
        }
    }

    void told(String key) {
        told.add(key);
        open.add(key);
    }

    void acknowledged(String who, String key, long seq) {
        open.remove(key);
        if (lost.contains(key)) {
            return;
        }
        that(entered.containsKey(key), key + " was acknowledged and is not there");
        that(entered.get(key) == seq, key + " is another entry than was said");
        acknowledged.put(key, seq);
        Long before = newest.put(who, seq);
        that(before == null || before < seq, key + " is not after what " + who + " told before");
    }

    void refused(String key) {
        open.remove(key);
        that(!entered.containsKey(key), key + " was refused and is there");
    }

    /** What came into the ledger since the last step. */
    void step() {
        if (broken != null) {
            throw broken;
        }
        if (changes == town.ledger.changes()) {
            return;
        }
        changes = town.ledger.changes();
        if (seen == null || restored != town.ledger.restored()) {
            restored = town.ledger.restored();
            begin();
        }
        Head head = town.ledger.head();
        Page page = town.ledger.held().from(seen.seq(), Integer.MAX_VALUE).result();
        for (Entry entry : page.entries()) {
            take(entry);
        }
        that(seen.seal().equals(head.seal()), "the chain is broken at " + head.seq());
    }

    private void begin() {
        entered.forEach((key, seq) -> {
            if (seq > town.ledger.kept()) {
                lost.add(key);
                acknowledged.remove(key);
            }
        });
        entered.clear();
        newest.clear();
        revoked = false;
        seen = truth.begin();
    }

    private void take(Entry entry) {
        that(entry.seq() == seen.seq() + 1, "a hole before " + entry.seq());
        Batch batch = new Batch(seen);
        batch.add(new NewEntry(entry.project(), entry.projectSeq(), entry.at(), entry.by(), entry.update()));
        seen = batch.head();
        truth.take(entry, seen);
        Matcher key = KEY.matcher(Json.write(entry.update()));
        if (key.find() && told.contains(key.group(1))) {
            that(entered.put(key.group(1), entry.seq()) == null, key.group(1) + " happened twice");
            lost.remove(key.group(1));
        }
        that(!revoked || entry.by().role() != Role.CONTRACTOR, entry.seq() + " is of a grant that was revoked");
        revoked |= entry.update() instanceof GrantRevoked;
    }

    /** A node shows something else: nothing twice, nothing left out, never back, and what is so. */
    void moved(Head now, BoardMoved moved) {
        Board before = moved.before();
        Board after = moved.after();
        List<Entry> entries = moved.entries();
        that(!after.day().isBefore(before.day()), "a node goes back to the day before");
        if (after.epoch().equals(before.epoch())) {
            that(
                    after.seq() == before.seq() + entries.size(),
                    "a node moves from " + before.seq() + " to " + after.seq());
            for (int i = 0; i < entries.size(); i++) {
                that(entries.get(i).seq() == before.seq() + i + 1, "a node tells entries that it did not take");
            }
        }
        if (moved.whole() || ++moves % COMPARED == 0) {
            truth.compare(after, now);
        }
    }

    /** A delta is right on its own base only: who asks is brought from where it stands, or gets the whole board. */
    void answered(Long asked, long from, long to) {
        that(
                from == 0 || from == to || asked != null && from == asked,
                "who stands at " + asked + " is answered from " + from);
    }

    /** Once a second and screen: who says that it is now, is. */
    void screen(SimScreen screen) {
        String[] state = screen.state();
        that(screen.refused() <= ASKS_AGAIN_MILLIS, "a screen that was refused does not ask again");
        that(
                screen.ready() <= HEARS_MILLIS || screen.silent() <= HEARS_MILLIS,
                "a screen hears nothing of a node that knows what is so");
        if (!state[0].equals("live")) {
            return;
        }
        that(screen.silent() <= KNOWS_MILLIS, "a screen hears nothing and does not say so");
        long now = town.time.now();
        if (now - town.ledger.restored() > SETTLES_MILLIS) {
            long seq = Long.parseLong(state[3]);
            long known = town.ledger.lengthAt(now - KNOWS_MILLIS);
            that(screen.site != null || seq >= known, "a screen says that it is now and shows " + seq + " of " + known);
            that(truth.holds(seq, state[4]), "a screen says that it is now and shows what is no more, at " + seq);
        }
    }

    /** After a frame, now and then: what it shows is what was at that position. */
    void saw(SimScreen screen) {
        boolean settled = town.time.now() - town.ledger.restored() > SETTLES_MILLIS;
        if (settled && town.time.chance(0.04)) {
            String[] state = screen.state();
            long seq = Long.parseLong(state[3]);
            if (seq >= 0 && truth.holds(seq, state[4])) {
                truth.compare(screen, state[2], seq);
            }
        }
    }

    /** When nothing fails any more, and time has passed. */
    void nodes() {
        Head head = town.ledger.head();
        town.nodes().forEach(node -> that(node.now().head().equals(head), "a node stands elsewhere"));
    }

    /** And somebody has told something once more. */
    void quiet() {
        Head head = town.ledger.head();
        that(open.isEmpty(), "nobody answers to " + open);
        acknowledged.forEach((key, seq) -> that(entered.containsKey(key), key + " was acknowledged and is not there"));
        nodes();
        for (SimScreen screen : town.screens()) {
            String[] state = screen.state();
            that(state[0].equals("live"), "a screen is not live though all is well: " + String.join(" ", state));
            if (screen.site == null) {
                String there = head.epoch() + " " + truth.today() + " " + head.seq();
                that((state[1] + " " + state[2] + " " + state[3]).equals(there), "a screen stands elsewhere");
            }
            truth.compare(screen, truth.today(), head.seq());
        }
    }
}
