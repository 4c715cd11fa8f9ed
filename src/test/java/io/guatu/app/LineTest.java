package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether what a viewer shows is now: fifteen seconds after the ledger was last read it says that it is not, whoever was silent. */
class LineTest {
    private static WebModule module;
    private static Value viewers;
    private Value viewer;

    /** A viewer whose clock, timers and bridge are the test's. */
    @BeforeAll
    static void open() {
        module = new WebModule("store/store.js", """
                globalThis.EventTarget = class {
                  #heard = new Map();
                  addEventListener(what, then) { this.#heard.set(what, then); }
                  dispatchEvent({ type, detail }) { this.#heard.get(type)?.({ detail }); }
                };
                globalThis.Event = class { constructor(type) { this.type = type; } };
                globalThis.CustomEvent = class extends Event { constructor(type, { detail }) { super(type); this.detail = detail; } };
                globalThis.location = { search: '' };
                globalThis.URLSearchParams = class { get() { return null; } };
                globalThis.document = { documentElement: {}, querySelector: () => ({ href: '/text/zh.json' }) };
                globalThis.fetch = async () => ({ json: async () => ({}) });
                globalThis.Intl = { DateTimeFormat: class { format() { return ''; } } };
                let now = 1e12, ticks = [];
                Date.now = () => now;
                globalThis.performance = { now: () => now };
                globalThis.setInterval = (what) => ticks.push(what);
                globalThis.setTimeout = () => 0;
                globalThis.clearTimeout = () => {};
                globalThis.begin = () => { ticks = []; };
                globalThis.pass = (seconds) => { for (let i = 0; i < seconds; i++) { now += 1000; ticks.forEach((tick) => tick()); } };
                globalThis.instant = () => new Date(now).toISOString();""");
        viewers = module.eval("""
                (Store) => {
                  begin();
                  let hear, restarts = 0;
                  const bridge = new EventTarget();
                  bridge.register = (address, handler) => { hear = handler; };
                  bridge.request = () => new Promise(() => {});
                  bridge.restart = () => { restarts++; };
                  const store = new Store(bridge);
                  const frame = { epoch: 'e', day: '2026-11-23', seq: 7, at: instant(), board: { zone: 'Asia/Shanghai', version: '1' }, cards: [], totals: {} };
                  const sent = (how, age) => hear({ ...frame, ...how, at: instant(), age });
                  return {
                    told: (age) => sent({ prev: 0 }, age),
                    pulse: (age) => sent({ prev: 7, board: undefined, cards: undefined, totals: undefined }, age),
                    pass, line: () => store.line, restarts: () => restarts,
                    behind: () => (store.heard ? (store.clock.now() - store.heard) / 1000 : -1),
                  };
                }""");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @BeforeEach
    void look() {
        viewer = viewers.execute(module.export("Store"));
    }

    private String line() {
        return viewer.invokeMember("line").asString();
    }

    @Test
    void fifteen_seconds_after_the_ledger_was_read_it_is_not_now_though_a_pulse_came_since() {
        viewer.invokeMember("told", 0);
        viewer.invokeMember("pass", 5);
        viewer.invokeMember("pulse", 4_900);
        viewer.invokeMember("pass", 4);
        viewer.invokeMember("pulse", 9_000);
        assertEquals("live", line());
        assertEquals(9, viewer.invokeMember("behind").asInt());
        viewer.invokeMember("pass", 6);
        assertEquals("live", line());
        viewer.invokeMember("pass", 1);
        assertEquals("stale", line());
        assertEquals(1, viewer.invokeMember("restarts").asInt());
        assertEquals(16, viewer.invokeMember("behind").asInt());
    }

    @Test
    void a_pulse_of_a_node_that_has_just_read_is_good_for_fifteen_seconds() {
        viewer.invokeMember("told", 0);
        for (int i = 0; i < 10; i++) {
            viewer.invokeMember("pass", 15);
            assertEquals("live", line());
            viewer.invokeMember("pulse", 0);
        }
    }

    @Test
    void only_a_frame_makes_it_live_again() {
        viewer.invokeMember("told", 0);
        viewer.invokeMember("pass", 30);
        assertEquals("stale", line());
        viewer.invokeMember("pulse", 300);
        assertEquals("live", line());
    }
}
