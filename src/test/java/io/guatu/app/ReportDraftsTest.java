package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone has a link open twice sooner than one thinks: what is typed in one page is not lost to the other. */
class ReportDraftsTest {
    private static WebModule module;
    private static Value phones;
    private Value phone;

    /** A phone with two pages; its store and the way between its pages are the test's. */
    @BeforeAll
    static void open() {
        module = new WebModule("store/report-drafts.js", """
                globalThis.EventTarget = class { dispatchEvent() {} };
                globalThis.Event = class {};""");
        phones = module.eval("""
                (Drafts) => {
                  const rows = new Map(), channels = [];
                  let full = false, held = [];
                  const waiting = (what) => new Promise((resolve) => { held ? held.push(() => resolve(what())) : resolve(what()); });
                  const write = (job) => (full ? Promise.reject(new Error('full')) : Promise.resolve(job()));
                  const store = {
                    all: () => waiting(() => [...rows]),
                    put: (place, row) => write(() => rows.set(place, row)), delete: (place) => write(() => rows.delete(place)),
                  };
                  const page = () => {
                    const channel = { postMessage: () => channels.forEach((each) => each !== channel && each.onmessage()) };
                    channels.push(channel);
                    return new Drafts(store, channel);
                  };
                  const pages = [page(), page()];
                  const go = () => { const now = held; held = null; now.forEach((each) => each()); };
                  go();
                  return {
                    type: (n, name, value) => { pages[n].change('here', { [name]: value }); }, send: (n) => { pages[n].drop('here'); },
                    shows: (n) => JSON.stringify(pages[n].of('here')), full: (is) => { full = is; }, hold: () => { held = []; }, go,
                    unkept: (n) => pages[n].unkept,
                  };
                }""");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @BeforeEach
    void unlock() {
        phone = phones.execute(module.export("Drafts"));
    }

    @Test
    void what_is_typed_in_one_page_is_added_to_what_was_typed_in_the_other() {
        call("type", 0, "percent", 77);
        call("type", 1, "note", "石材到货");
        assertEquals("{\"percent\":77,\"note\":\"石材到货\"}", shows(0));
        assertEquals(shows(0), shows(1));
    }

    @Test
    void what_one_page_has_sent_the_other_does_not_offer_again() {
        call("type", 0, "percent", 77);
        call("send", 1);
        assertEquals("{}", shows(0));
    }

    @Test
    void what_is_typed_while_the_device_is_read_stands() {
        call("hold");
        call("type", 1, "percent", 77); // the other page reads
        call("type", 0, "note", "石材到货");
        call("go");
        assertEquals("{\"note\":\"石材到货\"}", shows(0), "nobody types in two pages at once; the newest counts");
        assertEquals(shows(0), shows(1));
    }

    @Test
    void what_the_device_did_not_take_the_page_still_shows() {
        call("type", 0, "percent", 70);
        call("full", true);
        call("type", 0, "percent", 77);
        assertTrue(phone.invokeMember("unkept", 0).asBoolean());
        call("type", 1, "note", "别的");
        assertEquals("{\"percent\":77}", shows(0));
    }

    private void call(String what, Object... with) {
        phone.invokeMember(what, with);
    }

    private String shows(int page) {
        return phone.invokeMember("shows", page).asString();
    }
}
