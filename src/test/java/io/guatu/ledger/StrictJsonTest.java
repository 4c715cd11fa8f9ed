package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static StrictJson.Malformed refused(String text) {
        return assertThrows(StrictJson.Malformed.class, () -> StrictJson.read(text), text);
    }

    private static StrictJson.Malformed refused(byte[] bytes) {
        return assertThrows(StrictJson.Malformed.class, () -> StrictJson.read(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2.5,1e3,true,false,null,\"张\\u5f20\\ud83d\\ude00\"]}",
                "1",
                " \"text\"\n",
                "50.00",
                "0.30000000000000004",
                "30.930000000000003",
                "9007199254740991"
            })
    void what_is_json_is_read(String text) {
        assertEquals(StrictJson.read(text), StrictJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{} x",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "[01]",
                "[+1]",
                "[.5]",
                "[NaN]",
                "[Infinity]",
                "/* */{}",
                "{} // x",
                "# x\n{}",
                "\"\u0001\"",
                "\"\\x\"",
                "[-]",
                "[1.]",
                "[1e]",
                "[2.e3]",
                "[0e+]",
                "[-01]",
                "[0x1]",
                "[1 000]",
                "[1_000]",
                "[１]",
                "[--1]",
                "[1,,2]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{1:1}",
                "{null:1}",
                "[True]",
                "[tru]",
                "[nul]",
                "[undefined]",
                "[1]]",
                "]",
                ",",
                "\u00a0[]",
                "[]\u000c",
                "[\u2028]",
                "\"\\u00A\"",
                "\"\\u{41}\"",
                "\"\\a\"",
                "\"\\",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a",
                "'a'",
                "<a/>",
                "{\"a\":1}\u0000"
            })
    void what_other_readers_forgive_is_refused(String text) {
        assertEquals("json-syntax", refused(text).rule());
    }

    @Test
    void a_member_that_comes_twice_is_named_at_its_place() {
        assertEquals("/a", refused("{\"a\":1,\"a\":1}").place());
        assertEquals(
                "/b/1/a~1b",
                refused("{\"b\":[0,{\"a/b\":1,\"x\":2,\"a\\/b\":3}]}").place());
        assertEquals("json-twice", refused("{\"a\":1,\"\\u0061\":1}").rule());
    }

    @ParameterizedTest
    @CsvSource({"\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "x\\ud83dy"})
    void half_a_character_is_refused_wherever_it_stands(String half) {
        assertEquals("/note", refused("{\"note\":\"" + half + "\"}").place());
        assertEquals("json-half", refused("{\"" + half + "\":1}").rule());
        assertEquals("json-half", refused("\"" + half + "\"").rule());
    }

    @ParameterizedTest
    @CsvSource({"C0AF", "E08080", "EDA080", "EDBFBF", "FF", "F8888080", "F5808080", "E5BC"})
    void bytes_that_are_no_utf_8_are_refused(String hex) {
        byte[] inside = java.util.HexFormat.of().parseHex("22" + hex + "22");
        assertEquals("json-encoding", refused(inside).rule());
    }

    @Test
    void a_byte_order_mark_and_other_encodings_are_refused() {
        assertEquals("json-encoding", refused("\uFEFF{}").rule());
        assertEquals(
                "json-encoding",
                refused("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).rule());
        refused("{}".getBytes(StandardCharsets.UTF_16BE));
        refused("{}".getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50.0000000000000000000000000000001",
                "49.99999999999999999999",
                "50.000000000000001",
                "1e400",
                "1e-400",
                "1e999999999",
                "1e-999999999",
                "0.1e2147483648"
            })
    void a_number_that_would_be_kept_as_another_is_refused(String number) {
        refused("{\"percent\":" + number + "}");
    }

    @Test
    void what_is_deep_or_long_without_end_is_refused() {
        refused("[".repeat(100_000));
        refused("[".repeat(40) + "]".repeat(40));
        refused("1".repeat(10_000));
        refused("1." + "1".repeat(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e19", "1E+30", "18446744073709555712.0", "-1e19", "1.5e300"})
    void a_whole_number_that_no_long_holds_is_a_whole_number(String number) {
        JsonNode read = StrictJson.read(number);
        assertTrue(read.isBigInteger(), () -> read.getClass().getSimpleName());
        assertEquals(new BigDecimal(number).toBigIntegerExact(), read.bigIntegerValue());
    }

    @Test
    void what_is_cut_off_is_said_in_words_that_help() {
        String said = refused("{\"keys\":[").getMessage();
        assertTrue(said.contains("line 1"), said);
        assertFalse(said.contains("Source"), said);
    }
}
