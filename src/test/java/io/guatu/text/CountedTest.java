package io.guatu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted in English, as pages and as the program say it. */
class CountedTest {
    private static final Words AS_GIVEN = new Words() {
        @Override
        public String of(String key) {
            return key;
        }

        @Override
        public boolean english() {
            return true;
        }
    };

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Blocked for {n} days.       | 1  | Blocked for 1 day.",
                "Blocked for {n} days.       | 11 | Blocked for 11 days.",
                "Blocked for {n} days.       | 0  | Blocked for 0 days.",
                "{n} entries did not fit     | 1  | 1 entry did not fit",
                "moved {n} times, {m} days   | 1  | moved 1 time, 1 day",
                "{n} is planned              | 1  | 1 is planned",
                "{n}% verified               | 1  | 1% verified",
                "{n} hazards were found      | 1  | 1 hazard was found",
                "{n} hazards were found      | 2  | 2 hazards were found",
                "{n} are still open          | 1  | 1 is still open",
            })
    void one_is_singular(String sentence, String number, String said) {
        Map<String, String> numbers = Map.of("n", number, "m", number);
        assertEquals(said, AS_GIVEN.of(sentence, numbers));
        try (WebModule page = new WebModule("text/counted.js")) {
            String counted = page.export("counted")
                    .execute(sentence, page.eval("({ n: " + number + ", m: " + number + " })"))
                    .asString();
            assertEquals(said, counted.replace("{n}", number).replace("{m}", number));
        }
    }
}
