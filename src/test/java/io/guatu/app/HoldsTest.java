package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits before it is told is told, taken back, or stands as not told: it never goes in silence. */
class HoldsTest {
    private static WebModule module;
    private static Value desks;
    private Value desk;

    /** A desk whose clock, timers, shelf and server are the test's. A page that is opened anew finds the shelf. */
    @BeforeAll
    static void open() {
        module = new WebModule("store/holds.js", """
                globalThis.EventTarget = class { dispatchEvent() {} };
                globalThis.Event = class {};
                let now = 1e12, timers = [];
                Date.now = () => now;
                globalThis.setTimeout = (what, after) => timers.push({ what, at: now + after }) - 1;
                globalThis.clearTimeout = (id) => { delete timers[id]; };
                globalThis.pass = (millis) => {
                  now += millis;
                  timers.forEach(({ what, at }, id) => { if (at <= now) { delete timers[id]; what(); } });
                };
                globalThis.gone = () => { timers = []; };""");
        desks = module.eval("""
                (Holds) => {
                  const rows = new Map(), told = [];
                  const shelf = { all: () => [...rows.values()].map((row) => JSON.parse(row)), put: (row) => rows.set(row.id, JSON.stringify(row)), drop: (id) => rows.delete(id) };
                  let answer = () => ({ seq: 7 }), holds, seen = true;
                  const post = async ({ key }) => { told.push(key); return answer(); };
                  return {
                    page: () => { gone(); holds = new Holds(post, shelf); holds.resume(); },
                    press: (id) => { holds.hold({ id, words: id, request: { path: '/', body: {}, key: id }, seen: () => seen }).catch(() => {}); },
                    answers: (status, message) => { answer = status === 200 ? () => ({ seq: 7 }) : () => { throw Object.assign(new Error(message), { status }); }; },
                    silent: () => { answer = () => new Promise(() => {}); },
                    unseen: () => { seen = false; },
                    back: () => holds.takeBack(), tell: (id) => { holds.tell(id); }, read: (id) => holds.read(id),
                    leave: () => { holds.leave(); holds.tellAll(); }, end: () => holds.end(), pass,
                    told: () => told.join(' '),
                    stands: () => holds.all.map(({ id, until, telling, fault, again, left }) => `${id}: ${until ? 'waits' : telling ? 'is told' : fault ? fault + (again ? ', again' : '') : left ? 'left' : '?'}`).join('; '),
                    kept: () => rows.size,
                  };
                }""");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @BeforeEach
    void sitDown() {
        desk = desks.execute(module.export("Holds"));
        desk.invokeMember("page");
    }

    private void stands(String what) {
        assertEquals(what, desk.invokeMember("stands").asString());
    }

    private void told(String keys) {
        assertEquals(keys, desk.invokeMember("told").asString());
    }

    private void nothingIsKept() {
        stands("");
        assertEquals(0, desk.invokeMember("kept").asInt());
    }

    @Test
    void it_waits_six_seconds_and_is_told_or_taken_back() {
        desk.invokeMember("press", "a");
        desk.invokeMember("pass", 5_999);
        stands("a: waits");
        told("");
        desk.invokeMember("pass", 1);
        told("a");
        nothingIsKept();
        desk.invokeMember("press", "b");
        desk.invokeMember("back");
        desk.invokeMember("pass", 60_000);
        told("a");
        nothingIsKept();
    }

    @Test
    void a_page_that_is_left_tells_it_and_the_next_one_tells_it_again_when_no_answer_came() {
        desk.invokeMember("press", "a");
        desk.invokeMember("silent");
        desk.invokeMember("leave");
        told("a");
        desk.invokeMember("answers", 200, "");
        desk.invokeMember("page");
        told("a a");
        nothingIsKept();
    }

    @Test
    void what_was_pressed_long_ago_stands_until_somebody_says_whether_it_is_meant() {
        desk.invokeMember("press", "a");
        desk.invokeMember("press", "b");
        desk.invokeMember("silent");
        desk.invokeMember("leave");
        desk.invokeMember("answers", 200, "");
        desk.invokeMember("pass", 3_600_000);
        desk.invokeMember("page");
        told("a b");
        stands("a: left; b: left");
        desk.invokeMember("tell", "a");
        desk.invokeMember("read", "b");
        told("a b a");
        nothingIsKept();
    }

    @Test
    void a_page_that_died_with_its_power_is_as_one_that_was_left_and_one_that_lives_beside_is_let_alone() {
        desk.invokeMember("press", "a");
        desk.invokeMember("pass", 2_000);
        desk.invokeMember("page");
        stands("");
        desk.invokeMember("pass", 60_000);
        desk.invokeMember("page");
        told("a");
        nothingIsKept();
    }

    @Test
    void without_a_network_it_stands_as_not_told_and_outlives_the_page() {
        desk.invokeMember("unseen");
        desk.invokeMember("answers", 0, "no network");
        desk.invokeMember("press", "a");
        desk.invokeMember("pass", 6_000);
        stands("a: no network, again");
        desk.invokeMember("page");
        stands("a: no network, again");
        desk.invokeMember("answers", 409, "moved");
        desk.invokeMember("tell", "a");
        stands("a: moved");
        desk.invokeMember("page");
        stands("a: moved");
        desk.invokeMember("read", "a");
        nothingIsKept();
    }

    @Test
    void a_login_that_ends_leaves_it_to_the_next_one_even_where_somebody_looked() {
        desk.invokeMember("answers", 401, "log in again");
        desk.invokeMember("press", "a");
        desk.invokeMember("press", "b");
        desk.invokeMember("tell", "a");
        stands("a: log in again, again; b: waits");
        assertEquals(2, desk.invokeMember("end").asInt());
        desk.invokeMember("answers", 200, "");
        desk.invokeMember("page");
        told("a a b");
        nothingIsKept();
    }

    @Test
    void what_is_refused_where_somebody_looks_is_said_there_and_nowhere_else() {
        desk.invokeMember("answers", 422, "wrong");
        desk.invokeMember("press", "a");
        desk.invokeMember("tell", "a");
        nothingIsKept();
    }
}
