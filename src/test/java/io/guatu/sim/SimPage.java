package io.guatu.sim;

import io.guatu.WebModule;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The page's own store, as it is served, in a JavaScript engine: its clock and timers are the town's, its bridge a screen's. */
final class SimPage implements AutoCloseable {
    private static final String WORLD = """
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
            globalThis.Intl = { DateTimeFormat: class { format() { return ''; } } };""";
    private static final String STORE = """
            (Store, site, ask, restart, now, later, never) => {
              Date.now = now;
              globalThis.performance = { now };
              globalThis.setTimeout = later;
              globalThis.clearTimeout = never;
              let hear;
              const ticks = [];
              globalThis.setInterval = (what) => ticks.push(what);
              const bridge = new EventTarget();
              bridge.register = (address, handler) => { hear = handler; };
              bridge.request = (address, body) => new Promise((resolve, reject) =>
                ask(JSON.stringify(body), (answer) => resolve(JSON.parse(answer)), (why) => reject(new Error(why))));
              bridge.restart = restart;
              const store = new Store(bridge, site || null);
              const { board } = store;
              return {
                hear: (frame) => hear(JSON.parse(frame)),
                tick: () => ticks.forEach((tick) => tick()),
                opened: () => bridge.dispatchEvent(new Event('open')),
                closed: () => bridge.dispatchEvent(new Event('close')),
                state: () => `${store.line} ${board.epoch} ${board.day} ${board.seq ?? -1} ${board.seal}`,
                shown: () => JSON.stringify({ board: board.title, cards: [...board.cards.values()], totals: board.totals ?? undefined }),
              };
            }""";

    private final WebModule module;
    private final Value stores;
    private Timeline time;

    /** @param webroot a folder that is laid out as it is */
    SimPage(Path webroot) {
        module = new WebModule(webroot, "store/store.js", WORLD);
        stores = module.eval(STORE);
    }

    /** Whose time its stores live in from now on. */
    void in(Timeline town) {
        time = town;
    }

    Value store(String site, ProxyExecutable ask, ProxyExecutable restart) {
        Timeline own = time;
        Set<Long> waits = new HashSet<>();
        long[] next = {0};
        return stores.execute(
                module.export("Store"),
                site,
                ask,
                restart,
                (ProxyExecutable) none -> (double) own.clock().millis(),
                (ProxyExecutable) given -> {
                    Value what = given[0];
                    long id = ++next[0];
                    waits.add(id);
                    own.after(given[1].asLong(), () -> {
                        if (waits.remove(id)) {
                            what.executeVoid();
                        }
                    });
                    return id;
                },
                (ProxyExecutable) given -> given[0].isNumber() && waits.remove(given[0].asLong()));
    }

    @Override
    public void close() {
        module.close();
    }
}
