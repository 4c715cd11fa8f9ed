package io.guatu.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.form.BadExpression.Why;
import io.guatu.form.Facts.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private record Told(String name, Map<Figure, Object> figures) implements Facts {
        @Override
        public Object of(Figure figure) {
            return figures.get(figure);
        }
    }

    private static final Facts BOARD = new Told(
            null,
            Map.of(
                    Figure.YEAR,
                    new BigDecimal(2026),
                    Figure.MONTH,
                    new BigDecimal(3),
                    Figure.DAY,
                    LocalDate.of(2026, 3, 31)));
    private static final Facts ROAD = new Told(
            "道路",
            Map.of(
                    Figure.NAME,
                    "道路",
                    Figure.TOTAL,
                    new BigDecimal("1200.50"),
                    Figure.COMPLETED,
                    new BigDecimal("100"),
                    Figure.BEGINS,
                    LocalDate.of(2025, 3, 1),
                    Figure.PROBLEMS,
                    "",
                    Figure.LAMP,
                    new Word("red", "红灯")));
    private static final Facts PARK = new Told(
            "园区", Map.of(Figure.NAME, "园区", Figure.TOTAL, new BigDecimal("800"), Figure.LAMP, new Word("green", "绿灯")));
    private static final Evaluation EVALUATION = new Evaluation(BOARD, List.of(ROAD, PARK), "；");

    private static Object value(String text) throws BadExpression {
        Object value = EVALUATION.of(Expression.read(text), ROAD).value();
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "total | 1200.5",
                "总投资 | 1200.5",
                "total * 10000 | 12005000",
                "total / 10000 | 0.12005",
                "round(total / 7, 2) | 171.5",
                "取整（总投资÷7，1） | 171.5",
                "1 + 2 * 3 - -4 | 11",
                "(1 + 2) * 3 | 9",
                "sum(total) | 2000.5",
                "合计（总投资，灯色＝“红灯”） | 1200.5",
                "sum(total, lamp = \"green\") | 800",
                "count() | 2",
                "count(lamp <> \"red\" and total >= 800) | 1",
                "个数(总投资 > 1000 或 灯色 = \"绿灯\") | 2",
                "list(name) | 道路；园区",
                "year & \"年\" & month & \"月\" | 2026年3月",
                "day | 2026-03-31",
                "begins & \"起\" | 2025-03-01起",
                "if(begins < \"2026-01-01\", \"续建\", \"新建\") | 续建",
                "sum(total - completed) | 1100.5"
            })
    void an_expression_is_worked_out(String text, String value) throws BadExpression {
        assertEquals(value, String.valueOf(value(text)));
    }

    @Test
    void what_is_not_known_is_named_and_not_invented() throws BadExpression {
        Evaluation.Outcome outcome = EVALUATION.of(Expression.read("planned - completed"), ROAD);
        assertNull(outcome.value());
        assertEquals("[Missing[figure=PLANNED, project=道路]]", outcome.missing().toString());
        Evaluation.Outcome part = EVALUATION.of(Expression.read("sum(completed)"), null);
        assertEquals(new BigDecimal("100"), part.value());
        assertEquals("[Missing[figure=COMPLETED, project=园区]]", part.missing().toString());
        assertTrue(EVALUATION.of(Expression.read("problems"), ROAD).missing().isEmpty(), "that there is none is known");
        assertNull(EVALUATION.of(Expression.read("total"), null).value());
        assertNull(EVALUATION.of(Expression.read("total / 0"), ROAD).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "total + | UNFINISHED | 8",
                "(total | UNFINISHED | 7",
                "total total | UNEXPECTED | 7",
                "investment | UNKNOWN_WORD | 1",
                "exec(1) | UNKNOWN_WORD | 1",
                "sum() | ARGUMENTS | 1",
                "name * 2 | WRONG_SORT | 6",
                "sum(name) | WRONG_SORT | 1",
                "sum(sum(total)) | NESTED | 5",
                "total > 3 | NO_VALUE | 1",
                "total; drop | UNEXPECTED | 6",
                "round(total, 99) | WRONG_SORT | 1",
                "\"open | UNFINISHED | 1",
                "'' | UNFINISHED | 1",
                "name = 3 | WRONG_SORT | 6",
                "1.2.3 | UNEXPECTED | 1"
            })
    void what_says_nothing_is_refused_where_it_stops_making_sense(String text, Why why, int place) {
        BadExpression bad = assertThrows(BadExpression.class, () -> Expression.read(text));
        assertEquals(why, bad.why(), text);
        assertEquals(place, bad.place(), text);
    }

    @Test
    void no_expression_is_too_long_or_too_deep() {
        assertEquals(
                Why.TOO_LONG,
                assertThrows(BadExpression.class, () -> Expression.read("1 + ".repeat(200) + "1"))
                        .why());
        assertEquals(
                Why.TOO_LONG,
                assertThrows(BadExpression.class, () -> Expression.read("(".repeat(90) + "1"))
                        .why());
    }

    @Test
    void every_word_of_the_list_is_one_figure_s() {
        for (Figure figure : Figure.values()) {
            assertTrue(!Vocabulary.words(figure).isEmpty(), figure::word);
            for (String word : Vocabulary.words(figure)) {
                assertEquals(figure, Figure.of(word).orElseThrow(), word);
            }
        }
    }
}
