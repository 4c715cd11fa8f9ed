package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one is at the desk, what a list shows, and what is found by a few letters: the parts that need no browser. */
class DeskPlacesTest {
    private static final String CARDS = """
            [['a', '何畈铁路下穿', 'Hefan underpass', 'red', 'transport.road', 12, 40, '2026-11-20'], ['b', '产业园', 'Park', 'green', 'economy', 3, 10, '2026-11-25'],
             ['c', '公交站', 'Bus station', 'grey', 'transport.road', null, 50, undefined], ['d', '污水治理', 'Sewage', 'red', 'waterAndWaste', 2, 90, '2026-11-26']]
              .map(([id, zh, en, colour, sector, days, verified, told]) => ({ id, name: { zh, en }, lamp: { colour, urgency: { red: 4, yellow: 3, grey: 2, green: 1, done: 0 }[colour] * 100000 }, sector, stage: 'implementation',
                next: days === null ? undefined : { days }, progress: { verified, time: 60 }, freshness: { told }, milestones: [{ name: { zh: `${zh}基础`, en: `${en} base` } }] }))""";

    private static WebModule places;
    private static WebModule selection;
    private static WebModule finds;
    private static Value there;
    private static Value chosen;

    @BeforeAll
    static void open() throws IOException {
        places = new WebModule("store/place.js", """
                globalThis.URLSearchParams = class {
                  #all;
                  constructor(from) {
                    this.#all = typeof from === 'string' ? from.replace(/^[?]/, '').split('&').filter(Boolean).map((part) => part.split('=').map(decodeURIComponent)) : from;
                  }
                  set(name, value) { this.#all.push([name, value]); }
                  [Symbol.iterator]() { return this.#all[Symbol.iterator](); }
                  toString() { return this.#all.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'); }
                };""");
        there = places.eval("""
                (placeOf, addressOf) => (address, language) => {
                  const [pathname, search = ''] = address.split('?');
                  const place = placeOf({ pathname, search: search && `?${search}` });
                  return `${JSON.stringify(place)} ${addressOf(place, language)}`;
                }""").execute(places.export("placeOf"), places.export("addressOf"));
        selection = new WebModule("store/selection.js");
        chosen = selection
                .eval(
                        "(select) => (asked) => select(" + CARDS
                                + ", JSON.parse(asked), ({ name }) => name.zh,"
                                + " ({ id }) => ({ a: ['赵'], b: ['王', '赵'], d: ['王'] })[id] ?? []).map(({ id }) => id).join('')")
                .execute(selection.export("select"));
        finds = new WebModule("store/finds.js");
    }

    @AfterAll
    static void close() {
        places.close();
        selection.close();
        finds.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /desk                                       | {"page":"today","asked":{}} /desk/today
            /desk/                                      | {"page":"today","asked":{}} /desk/today
            /desk/ledger                                | {"page":"ledger","asked":{}} /desk/ledger
            /desk/projects?lamp=red&q=%E9%A1%B6         | {"page":"projects","asked":{"lamp":"red","q":"顶"}} /desk/projects?lamp=red&q=%E9%A1%B6
            /desk/projects/bridge                       | {"page":"projects","project":"bridge","asked":{}} /desk/projects/bridge
            /desk/projects/bridge/milestones/deck-2     | {"page":"projects","project":"bridge","milestone":"deck-2","asked":{}} /desk/projects/bridge/milestones/deck-2
            /desk/projects/bridge/entries/17            | {"page":"projects","project":"bridge","entry":17,"asked":{}} /desk/projects/bridge/entries/17
            /desk/projects/bridge/entries/0x1           | {"page":"projects","project":"bridge","asked":{}} /desk/projects/bridge
            /desk/projects/bridge/milestones            | {"page":"projects","project":"bridge","asked":{}} /desk/projects/bridge
            /desk/projects/<script>                     | {"page":"projects","asked":{}} /desk/projects
            /desk/ledger/bridge                         | {"page":"ledger","asked":{}} /desk/ledger
            """)
    void a_place_is_an_address_and_what_is_none_is_the_nearest_that_is(String address, String expected) {
        assertEquals(expected, there.execute(address, "zh").asString());
    }

    @Test
    void the_language_stays_and_is_no_question_to_a_page() {
        assertEquals(
                "{\"page\":\"projects\",\"asked\":{\"lamp\":\"red\"}} /desk/projects?lamp=red&lang=en",
                there.execute("/desk/projects?lang=en&lamp=red", "en").asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                           | dacb
            {"lamp":"red"}               | da
            {"q":"基础 公交"}              | c
            {"q":"HEFAN"}                | a
            {"q":"ｂｕｓ"}                 | c
            {"q":"桥"}                   | ``
            {"sector":"transport"}       | ac
            {"sort":"due"}               | dbac
            {"sort":"behind"}            | bacd
            {"sort":"silent"}            | cabd
            {"sort":"name"}              | bcad
            {"sort":"sector"}            | bacd
            {"sort":"who"}               | dbac
            {"who":"赵"}                 | ab
            {"sort":"constructor"}       | dacb
            {"lamp":"red","q":"污水"}      | d
            """)
    void a_list_shows_what_is_asked_for_in_the_order_that_is_asked_for(String asked, String expected) {
        assertEquals(expected, chosen.execute(asked).asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | 何畈下穿 顶进 污水治理
            顶           | 顶进
            何畈         | 何畈下穿 顶进
            hefan       | 何畈下穿
            顶 何畈      | 顶进
            桥           | ``
            """)
    void what_begins_with_what_was_typed_is_found_first(String typed, String expected) {
        Value found = finds.eval("""
                (matches, typed) => matches([{ name: '何畈下穿', also: 'Hefan' }, { name: '顶进', aside: '何畈下穿' }, { name: '污水治理' }], typed)
                  .map(({ name }) => name).join(' ')""");
        assertEquals(expected, found.execute(finds.export("matches"), typed).asString());
    }

    /** What the pages ask the server for is there under every address that they make. */
    @Test
    void the_page_of_the_desk_names_everything_from_the_root() throws IOException {
        String page = Files.readString(Path.of("webroot/desk.html"), StandardCharsets.UTF_8);
        assertEquals(
                0,
                page.lines()
                        .filter(line -> line.matches(".*(href|src)=\"[^/].*"))
                        .count());
    }
}
