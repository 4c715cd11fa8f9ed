package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone whose clock is wrong by a day dates what it reports rightly, without a line too. */
class ClockTest {
    private static final double SERVER = 1_795_853_062_000d;
    private static final double DAY = 86_400_000;

    private WebModule module;
    private Value phone;

    @BeforeEach
    void open() {
        module = new WebModule("store/clock.js", "let device = 0; Date.now = () => device;");
        phone = module.eval("""
                (Clock, server) => {
                  let clock = new Clock(), noted;
                  return {
                    reads: (millis) => { device = millis; }, hears: () => clock.heard(new Date(server).toISOString()),
                    openedAnew: () => { noted = clock.noted; clock = new Clock(); clock.begin(JSON.parse(JSON.stringify(noted))); },
                    setTo: (millis) => { noted = clock.noted; device = millis; clock = new Clock(); clock.begin(noted); }, now: () => clock.now(),
                  };
                }""").execute(module.export("Clock"), SERVER);
    }

    @AfterEach
    void close() {
        module.close();
    }

    @Test
    void what_was_heard_of_the_servers_clock_outlives_the_page() {
        for (double wrong : new double[] {-DAY, DAY}) {
            call("reads", SERVER + wrong);
            call("hears");
            call("openedAnew");
            assertEquals(SERVER, call("now"));
        }
    }

    @Test
    void a_clock_that_was_set_back_is_believed() {
        call("reads", SERVER + DAY);
        call("hears");
        call("setTo", SERVER + 60_000);
        assertEquals(SERVER + 60_000, call("now"));
    }

    private double call(String what, Object... with) {
        Value said = phone.invokeMember(what, with);
        return said.isNumber() ? said.asDouble() : 0;
    }
}
