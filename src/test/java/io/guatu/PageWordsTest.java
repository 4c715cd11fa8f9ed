package io.guatu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say, where that takes no browser: of an own report, from the entries around it; of reasons, in one line. */
class PageWordsTest {
    private static final WebModule VERDICT = new WebModule("views/site/verdict.js");

    @AfterAll
    static void close() {
        VERDICT.close();
    }

    /** Entries in words, oldest first: {@code r 5} a report of the 5th, {@code w 1} withdraws the first, v verifies, b sends back. */
    private static String entries(String told) {
        StringBuilder all = new StringBuilder("[");
        String[] words = told.split(", ");
        for (int i = words.length; i > 0; i--) {
            String[] word = words[i - 1].split(" ");
            all.append("{seq:")
                    .append(i)
                    .append(",update:")
                    .append(
                            switch (word[0]) {
                                case "r" ->
                                    "{kind:'progress-reported',milestone:'base',asOf:'2026-11-%02d'}"
                                            .formatted(Integer.parseInt(word[1]));
                                case "w" -> "{kind:'progress-withdrawn',report:" + word[1] + "}";
                                case "v" -> "{kind:'progress-verified',report:" + word[1] + "}";
                                default -> "{kind:'progress-returned',report:" + word[1] + ",reason:'x'}";
                            })
                    .append("},");
        }
        return all.append("]").toString();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a。b。c | a；b；c",
                "督办：月底前贯通。基坑，超期 3 天 | 督办：月底前贯通；基坑，超期 3 天",
                "one.。two | one.；two",
                "a。b… | a；b…",
                "只有一句。 | 只有一句",
            })
    void sentences_in_one_line_are_clauses(String sentences, String line) {
        try (WebModule join = new WebModule("text/join.js")) {
            assertEquals(
                    line,
                    join.eval("(joined, all) => joined(all.split(/(?<=。)(?!。)/), '；')")
                            .execute(join.export("joined"), sentences)
                            .asString());
        }
    }

    @ParameterizedTest(name = "{0}: the report {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "r 5 | 1 | received",
                "r 5, v 1 | 1 | verified",
                "r 5, b 1 | 1 | returned",
                "r 5, w 1 | 1 | withdrawn",
                "r 5, r 6 | 1 | superseded",
                "r 5, r 6 | 2 | received",
                "r 6, r 5 | 2 | superseded",
                "r 6, w 1, r 5 | 3 | received",
                "r 6, r 5, w 1 | 2 | superseded",
                "r 5, r 6, w 2 | 1 | superseded",
                "r 5, r 6, w 2 | 2 | withdrawn",
            })
    void what_became_of_a_report(String told, int seq, String state) {
        String became = VERDICT.eval("(became) => { const all = " + entries(told)
                        + "; return became(all.find((e) => e.seq === " + seq + "), all).state; }")
                .execute(VERDICT.export("became"))
                .asString();
        assertEquals(state, became);
    }

    @ParameterizedTest(name = "{0}: a report on a milestone that a new plan left out is {1}")
    @CsvSource(
            delimiter = '|',
            value = {"r 5 | unplanned", "r 5, v 1 | verified", "r 5, b 1 | returned", "r 5, r 6 | superseded"})
    void what_a_new_plan_left_out_waits_for_nobody(String told, String state) {
        String became = VERDICT.eval(
                        "(became) => { const all = " + entries(told)
                                + "; return became(all.find((e) => e.seq === 1), all, { milestones: [{ id: 'other' }] }).state; }")
                .execute(VERDICT.export("became"))
                .asString();
        assertEquals(state, became);
    }

    @ParameterizedTest(name = "{0}: the report {1} asks its author to do something: {2}")
    @CsvSource(
            delimiter = '|',
            value = {"r 5, b 1 | 1 | true", "r 5, b 1, r 6 | 1 | false", "r 5, w 1 | 1 | false", "r 5, v 1 | 1 | false"
            })
    void what_came_back_is_for_its_author(String told, int seq, boolean comes) {
        assertEquals(
                comes,
                VERDICT.eval("(cameBack) => { const all = " + entries(told)
                                + "; return cameBack(all.find((e) => e.seq === " + seq + "), all); }")
                        .execute(VERDICT.export("cameBack"))
                        .asBoolean());
    }
}
