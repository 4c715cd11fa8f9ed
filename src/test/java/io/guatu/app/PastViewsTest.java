package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.junit.jupiter.api.Test;

/** A day of the past shows nothing that was not known then, though the page knows more by now. */
class PastViewsTest {
    private static final String CURVE = """
            {"planned":[{"day":"2026-10-01","percent":10},{"day":"2026-12-01","percent":90}],
             "verified":[{"day":"2026-10-01","percent":5},{"day":"2026-10-20","percent":30},{"day":"2026-11-03","percent":55}],
             "forecast":[{"day":"2026-11-03","percent":55},{"day":"2027-01-01","percent":100}]}""";

    private static String call(String function, String arguments) {
        try (WebModule module = new WebModule("store/past-views.js")) {
            return module.eval("(f) => JSON.stringify(f(" + arguments + "))")
                    .execute(module.export(function))
                    .asString();
        }
    }

    private static final String THEN =
            "{\"planned\":[{\"day\":\"2026-10-01\",\"percent\":10},{\"day\":\"2026-12-01\",\"percent\":90}],"
                    + "\"verified\":[{\"day\":\"2026-10-01\",\"percent\":5},{\"day\":\"2026-10-20\",\"percent\":30}],\"forecast\":[]}";

    @Test
    void a_curve_ends_at_its_day_and_photos_that_came_later_are_not_there() {
        String detail = "{ curve: " + CURVE
                + ", photos: [{ id: 'then', at: '2026-10-20T03:00:00Z' }, { id: 'later', at: '2026-11-03T03:00:00Z' }], managers: ['王主任'] }";
        assertEquals(
                "{\"curve\":" + THEN
                        + ",\"photos\":[{\"id\":\"then\",\"at\":\"2026-10-20T03:00:00Z\"}],\"managers\":[\"王主任\"]}",
                call("pastDetail", detail + ", '2026-10-20', Date.parse('2026-10-20T16:00:00Z')"));
    }

    @Test
    void a_project_at_the_desk_knows_of_no_later_day_and_lets_nothing_be_told() {
        String detail =
                "{ acts: {}, managers: ['王主任'], slips: [{ at: '2026-10-20T03:00:00Z' }, { at: '2026-11-03T03:00:00Z' }], pauses: ["
                        + "{ from: '2026-10-01T00:00:00Z', to: '2026-10-05T00:00:00Z' }, { from: '2026-10-19T00:00:00Z', to: '2026-11-05T00:00:00Z' },"
                        + " { from: '2026-11-19T00:00:00Z', to: null }] }";
        assertEquals(
                "{\"acts\":null,\"managers\":[],\"slips\":[{\"at\":\"2026-10-20T03:00:00Z\"}],\"pauses\":[{\"from\":\"2026-10-01T00:00:00Z\",\"to\":\"2026-10-05T00:00:00Z\"},"
                        + "{\"from\":\"2026-10-19T00:00:00Z\",\"to\":null}],\"photos\":[],\"diary\":[],\"reference\":null,\"description\":{}}",
                call("pastDossier", detail + ", '2026-10-20', Date.parse('2026-10-20T16:00:00Z')"));
    }

    @Test
    void so_does_the_programmes() {
        String digest =
                "{ value: { programme: { curve: " + CURVE + " }, yesterday: {}, meeting: {} }, at: 7, failed: true }";
        assertEquals(
                "{\"value\":{\"programme\":{\"curve\":" + THEN + "}},\"at\":7,\"failed\":false}",
                call("pastDigest", digest + ", '2026-10-20'"));
    }

    @Test
    void what_is_not_read_yet_stays_so() {
        assertEquals("null", call("pastDetail", "null, '2026-10-20', 0"));
        assertEquals("{\"at\":7,\"failed\":false}", call("pastDigest", "{ at: 7 }, '2026-10-20'"));
    }
}
