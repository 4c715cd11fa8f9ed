package io.guatu.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names without what leads them, and weights that are whole. */
class TaskNameTest {
    @ParameterizedTest
    @CsvSource({
        "◆ 顶进贯通, 顶进贯通",
        "'  ◆◇1.2 箱涵顶进', 箱涵顶进",
        "1.2.3箱涵顶进, 箱涵顶进",
        "1、施工准备, 施工准备",
        "1. 施工准备, 施工准备",
        "3 施工准备, 施工准备",
        "（一）征地, 征地",
        "一、（二）征地, 征地",
        "①土方, 土方",
        "'● 路基 ◆ 路面', 路基 ◆ 路面",
        "3号桥, 3号桥",
        "1#楼, 1#楼",
        "2 标段, 2 标段",
        "2026年度计划, 2026年度计划",
        "10kV线路迁改, 10kV线路迁改",
        "1.5米管道, 1.5米管道",
        "1-3层, 1-3层",
        "一标段, 一标段",
        "◆, ◆",
        "1.1, 1.1"
    })
    void signs_and_numbers_go_where_they_lead(String written, String name) {
        assertEquals(name, TaskName.of(written));
    }

    @Property(tries = 300)
    void shares_are_whole_and_none_is_nothing(
            @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 5_000) Integer> worth) {
        int[] shares = Shares.of(worth.stream().map(BigDecimal::valueOf).toList(), 10_000);
        assertEquals(10_000, Arrays.stream(shares).sum());
        assertEquals(0, Arrays.stream(shares).filter(share -> share < 1).count());
        IntStream.range(1, worth.size())
                .filter(i -> worth.get(i) > worth.get(i - 1) + 600)
                .forEach(i -> assertEquals(true, shares[i] >= shares[i - 1]));
    }
}
