package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser with two pages of one person, and one of another's, whose login means nothing to them. */
class SittingTest {
    private static WebModule module;
    private static Value browsers;
    private Value browser;

    @BeforeAll
    static void open() {
        module = new WebModule("http/sitting.js", """
                let now = 1e12, hands = [];
                Date.now = () => now;
                globalThis.pass = (minutes) => { now += minutes * 60_000; };
                globalThis.EventTarget = class { dispatchEvent() { this.has = 'left'; } };
                globalThis.Event = class {};
                globalThis.document = { addEventListener: (kind, hand) => kind === 'keydown' && hands.push(hand), removeEventListener: (kind, hand) => { hands = hands.filter((each) => each !== hand); } };
                globalThis.types = (page) => hands[page]?.();
                globalThis.begin = () => { hands = []; };""");
        browsers = module.eval("""
                (Sitting) => {
                  begin();
                  let channels = [];
                  const page = (person) => {
                    const channel = { postMessage: (data) => channels.forEach((each) => each !== channel && each.onmessage({ data })), close: () => { channels = channels.filter((each) => each !== channel); } };
                    channels.push(channel);
                    return new Sitting(person, channel);
                  };
                  const pages = [page('chen'), page('chen'), page('li-shuji')];
                  return {
                    pass, types: (n) => types(n), leave: (n) => pages[n].leave(), end: (n) => pages[n].end(),
                    idle: () => pages.map((each) => each.idle(30)).join(' '), left: () => pages.map(({ has }) => has ?? 'stays').join(' '),
                  };
                }""");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @BeforeEach
    void sitDown() {
        browser = browsers.execute(module.export("Sitting"));
    }

    @Test
    void who_works_in_one_page_is_not_idle_in_the_other() {
        call("pass", 20);
        call("types", 1);
        call("pass", 15);
        assertEquals("false false true", said("idle"));
        call("pass", 15);
        assertEquals("true true true", said("idle"));
    }

    @Test
    void who_logs_out_of_one_page_has_left_the_other() {
        call("leave", 0);
        assertEquals("stays left stays", said("left"));
    }

    @Test
    void a_page_that_ended_hears_and_says_nothing() {
        call("end", 1);
        call("leave", 0);
        assertEquals("stays stays stays", said("left"));
    }

    private void call(String what, Object... with) {
        browser.invokeMember(what, with);
    }

    private String said(String what) {
        return browser.invokeMember(what).asString();
    }
}
