package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1200      | WAN  | 1200
            1,200.5   | WAN  | 1200.5
            １２００  | WAN  | 1200
            1.2       | YI   | 12000
            500000000 | YUAN | 50000
            12345.67  | YUAN | 1.2346
            1.2亿元   | WAN  | 12000
            1.2亿     |      | 12000
            500万     |      | 500
            5000元    |      | 0.5
            ￥500     | WAN  | 500
            0         | WAN  | 0
            """)
    void money_is_read_in_ten_thousands(String written, Unit unit, String wan) {
        assertEquals(
                new BigDecimal(wan), Amount.read(Cell.text("A1", written), unit).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1200      |
            约500     | WAN
            500-600   | WAN
            -5        | WAN
            1,20      | WAN
            500万美元 | WAN
            1.23456   | WAN
            待定      | WAN
            1e3       | WAN
            """)
    void what_is_no_amount_or_has_no_unit_is_none(String written, Unit unit) {
        assertEquals(
                "",
                Amount.read(Cell.text("A1", written), unit)
                        .map(Object::toString)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"320.50000000000006, 320.5", "0.30000000000000004, 0.3", "1200, 1200"})
    void what_a_formula_worked_out_loses_the_digits_of_its_machine(String number, String wan) {
        assertEquals(
                new BigDecimal(wan),
                Amount.read(Cell.number("A1", new BigDecimal(number)), Unit.WAN).orElseThrow());
    }
}
