package io.guatu.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.http.page.Packed;
import io.guatu.http.page.Webroot;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextsTest {
    private static final Path WEBROOT = Path.of("webroot");
    private static final Set<String> KEYS = Set.of(
            "site.due",
            "report.token.missing",
            "unit.days",
            "field.cause",
            "cause.rain",
            "handbook.title",
            "why.late-of");

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "text('site.due', { n }) | site.due",
                "text(open ? 'site.due' : 'handbook.title') | handbook.title site.due",
                "text(`report.token.${code}`) | report.token.missing",
                "text(`report.${open ? 'x' : `token.${code}`}`) | report.token.missing",
                "text('report.token.' + code) | report.token.missing",
                "text(`${key}-of`, { n }) | why.late-of",
                "f = (prefix, unit) => text(`${prefix}.${unit}`); f('unit', 'days') | cause.rain unit.days",
                "text(`${field}.${value}`) | cause.rain",
                "<p class=\"handbook\">${'unit'}</p> | \"\"",
            })
    void what_a_module_names_or_puts_together_is_said(String module, String said) {
        PageTexts texts = new PageTexts(module, KEYS);
        assertEquals(said, KEYS.stream().filter(texts::says).sorted().collect(Collectors.joining(" ")));
    }

    /** Read another way: every key that stands in a page's modules as it is, is among its texts. */
    @Test
    void no_page_names_a_text_that_it_does_not_get() throws Exception {
        for (String language : Packed.LANGUAGES) {
            JsonObject all = new JsonObject(Files.readString(WEBROOT.resolve("text/" + language + ".json")));
            for (String page : Packed.PAGES) {
                StringBuilder modules = new StringBuilder();
                for (String module : Webroot.modules("pages/" + page + ".js")) {
                    modules.append(Files.readString(WEBROOT.resolve(module.substring(1))));
                }
                String text = modules.toString();
                JsonObject some = new PageTexts(text, all.fieldNames()).of(all);
                all.fieldNames().stream()
                        .filter(key -> key.contains(".") && text.contains("'" + key + "'"))
                        .forEach(key -> assertTrue(some.containsKey(key), () -> page + " does not get " + key));
                assertTrue(some.size() < all.size(), page);
            }
        }
    }
}
