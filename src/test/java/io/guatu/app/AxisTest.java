package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An axis has names for what it spans, and never more than have room: of a plan of ten years no row of Octobers. */
class AxisTest {
    private static WebModule module;
    private static Value names;

    @BeforeAll
    static void open() {
        module = new WebModule("views/part/axis.js", """
                globalThis.location = { search: '' };
                globalThis.URLSearchParams = class { get() { return null; } };
                globalThis.document = { documentElement: {}, querySelector: () => ({ href: '/text/zh.json' }) };
                globalThis.fetch = async () => ({ json: async () => ({}) });
                globalThis.Intl = { DateTimeFormat: class { format(date) { return date.getUTCFullYear?.() ?? ''; } } };""");
        names = module.eval(
                "(Axis, day, first, last) => Axis.over(day, first, last).months.map(({ name }) => name).join(' ')");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2027-02-20, 10月 11月 12月 2027 2月",
        "2026-01-10, 2027-06-20, 2026 4月 7月 10月 2027 4月 7月",
        "2024-03-01, 2030-06-30, 2024 2025 2026 2027 2028 2029 2030",
        "2000-01-01, 2050-12-31, 2000 2005 2010 2015 2020 2025 2030 2035 2040 2045 2050",
        "2026-01-01, 2099-12-31, 2050 2100"
    })
    void it_names(String first, String last, String said) {
        assertEquals(
                said,
                names.execute(module.export("Axis"), "2026-11-28", first, last).asString());
    }
}
