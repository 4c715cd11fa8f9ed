package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts of a sentence are Chinese. */
class HanTest {
    private static final WebModule HAN = new WebModule("text/han.js");

    @AfterAll
    static void close() {
        HAN.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            王工                                  | [王工]
            by 王工 · 3 d ago                     | by [王工] · 3 d ago
            3号楼临边，无护栏。 found on 5 May       | [3号楼临边，无护栏。] found on 5 May
            Land: 大关村 12 户未签 · 王工 · 15 d     | Land: [大关村 12 户未签 · 王工] · 15 d
            标段2                                 | [标段2]
            PE管 laid                             | PE[管] laid
            Box jacking 62%                      | Box jacking 62%
            wide ，comma                          | wide ，comma
            """)
    void chinese_words_are_found_in_a_sentence(String sentence, String expected) {
        Value told = HAN.eval(
                "(runs, sentence) => runs(sentence).map(([words, chinese]) => (chinese ? `[${words}]` : words)).join('')");
        assertEquals(expected, told.execute(HAN.export("runs"), sentence).asString());
    }
}
