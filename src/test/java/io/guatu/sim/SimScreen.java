package io.guatu.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.bridge.Frames.Position;
import io.guatu.bridge.OpenAddress;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A screen: the page's own store on a line that is slow, full, cut and made anew; it sleeps now and then. */
final class SimScreen {
    private static final long ANSWER_MILLIS = 10_000;
    private static final String NEWS = "{\"type\":\"rec\",\"address\":\"";
    private static final String BODY = "\",\"body\":";

    final ProjectId site;
    private final Timeline time;
    private final SimTown town;
    private final Value store;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private Line line;
    /** Which line is being made: an older try is given up. */
    private int tries;

    private int asked;
    private long heard;
    private long awake;
    private long open;
    private boolean asleep;
    private boolean full;
    /** Since when it was refused and has not asked again; 0: it has. */
    private long refused;

    /** @param from where the page said that it stood; null when it stood nowhere */
    private record Waiting(Value resolve, Value reject, Long from) {}

    SimScreen(SimTown town, ProjectId site) {
        this.town = town;
        this.time = town.time;
        this.site = site;
        this.store = town.page.store(
                site == null ? "" : site.value(),
                (ProxyExecutable) given -> ask(given[0].asString(), given[1], given[2]),
                (ProxyExecutable) given -> cut());
        heard = time.now();
        connect();
        time.every(1_000, this::tick);
    }

    private void tick() {
        if (!asleep) {
            store.invokeMember("tick");
            town.check.screen(this);
        }
    }

    void sleep(boolean now) {
        asleep = now;
        awake = time.now();
    }

    void full(boolean now) {
        full = now;
        open = time.now();
        if (!now && line != null) {
            line.node.address(site).drained(line);
        }
    }

    /** The line ends; whether or not it was the page that ended it, another is made. */
    Object cut() {
        if (line != null) {
            line.node.leave(site, line);
            line = null;
        }
        waiting.values().forEach(one -> time.after(1, () -> one.reject().executeVoid("closed")));
        waiting.clear();
        refused = 0;
        again(50, 2_000);
        return null;
    }

    void closed() {
        cut();
        store.invokeMember("closed");
    }

    private void again(long least, long most) {
        int of = ++tries;
        time.within(least, most, () -> {
            if (of == tries) {
                connect();
            }
        });
    }

    private void connect() {
        SimNode next = town.anyNode();
        if (next == null || asleep) {
            again(200, 1_000);
            return;
        }
        line = new Line(next);
        open = time.now();
        next.address(site).add(line);
        store.invokeMember("opened");
    }

    /** Null while there is no line. */
    SimNode node() {
        return line == null ? null : line.node;
    }

    private Object ask(String body, Value resolve, Value reject) {
        if (line == null) {
            time.after(1, () -> reject.executeVoid("closed"));
            return null;
        }
        String reply = "r" + ++asked;
        Line of = line;
        refused = 0;
        waiting.put(reply, new Waiting(resolve, reject, number(body, "\"seq\":")));
        time.within(2, 200, () -> of.asked(reply, body));
        time.after(ANSWER_MILLIS, () -> {
            if (waiting.remove(reply) != null) {
                refuse(reject, "timeout");
            }
        });
        return null;
    }

    private void refuse(Value reject, String why) {
        refused = time.now();
        reject.executeVoid(why);
    }

    private void take(String message) {
        heard = time.now();
        if (message.startsWith(NEWS)) {
            int at = message.indexOf('"', NEWS.length());
            String body = message.substring(at + BODY.length(), message.length() - 1);
            Waiting asked = waiting.remove(message.substring(NEWS.length(), at));
            if (asked == null) {
                store.invokeMember("hear", body);
            } else {
                town.check.answered(asked.from(), number(body, "\"prev\":"), number(body, "\"seq\":"));
                asked.resolve().executeVoid(body);
            }
        } else {
            JsonNode refusal = Json.read(message, JsonNode.class);
            Waiting asked = waiting.remove(refusal.path("address").asText());
            if (asked != null) {
                refuse(asked.reject(), refusal.path("message").asText());
            }
        }
        town.check.saw(this);
    }

    /** Its state, the epoch, the day, the seq (-1 before the first frame) and the seal at which it stands. */
    String[] state() {
        return store.invokeMember("state").asString().split(" ");
    }

    JsonNode shown() {
        return Json.read(store.invokeMember("shown").asString(), JsonNode.class);
    }

    /** Milliseconds without a word, while it was awake. */
    long silent() {
        return time.now() - Math.max(heard, awake);
    }

    /** Milliseconds since it was refused, while it has a line and has not asked again. */
    long refused() {
        return refused == 0 || line == null ? 0 : time.now() - Math.max(refused, awake);
    }

    private static Long number(String json, String member) {
        int at = json.indexOf(member) + member.length();
        int end = at;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return at < member.length() || end == at ? null : Long.valueOf(json.substring(at, end));
    }

    /** Milliseconds in which nothing kept a word from it but the node. */
    long ready() {
        return full || line == null || line.node.dead()
                ? 0
                : time.now() - Math.max(Math.max(open, awake), line.node.stale());
    }

    /** One line to one node: frames are slow on it, and keep their order. */
    private final class Line implements OpenAddress.Ear {
        private final SimNode node;
        private long arrives;

        Line(SimNode node) {
            this.node = node;
        }

        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void hear(String message) {
            arrives = Math.max(arrives, time.now() + 1 + time.random.nextInt(time.chance(0.1) ? 2_000 : 30));
            time.after(arrives - time.now(), () -> {
                if (line == this && !asleep) {
                    take(message);
                }
            });
        }

        /** As the gate does it. */
        void asked(String reply, String body) {
            if (line != this || !node.ready() || full) {
                return;
            }
            if (node.relay.stale()) {
                hear("{\"type\":\"err\",\"address\":\"" + reply + "\",\"message\":\"unavailable\"}");
                return;
            }
            JsonNode at = Json.read(body, JsonNode.class);
            Position position = at.has("seq")
                    ? Json.read(body.replaceAll(",?\"project\":\"[^\"]*\"", ""), Position.class)
                    : Position.NOWHERE;
            node.address(site).answer(this, reply, position);
        }
    }
}
