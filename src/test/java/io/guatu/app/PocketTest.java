package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** What a page keeps on a device. */
class PocketTest {
    private static final String DEVICE = """
            globalThis.localStorage = { getItem(place) {
              if (place === 'denied') throw new Error('denied');
              return { kept: '[7]', cut: '[7', forgotten: 'null' }[place] ?? null;
            } };""";

    @Test
    void what_cannot_be_read_is_as_if_nothing_had_been_kept() {
        try (WebModule module = new WebModule("http/pocket.js", DEVICE)) {
            Value recalled = module.export("recalled");
            assertEquals(7, recalled.execute("kept", "else").getArrayElement(0).asInt());
            for (String place : new String[] {"denied", "cut", "forgotten", "none"}) {
                assertEquals("else", recalled.execute(place, "else").asString(), place);
            }
        }
    }
}
