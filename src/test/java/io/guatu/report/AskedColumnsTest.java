package io.guatu.report;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.Board;
import io.guatu.board.Entries;
import io.guatu.board.Sets;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.guatu.text.TextFile;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What offices ask of a project more closely: told once, and in every column that asks for it. */
class AskedColumnsTest {
    private static final YearMonth MONTH = YearMonth.from(TODAY).minusMonths(1);

    private final Entries entries = Entries.road(Stage.IMPLEMENTATION);

    @BeforeEach
    void a_month_was_completed() {
        told(
                -30,
                "{'kind':'investment-completed','month':'2026-10','completed':100,"
                        + "'composition':{'construction':60,'installation':10,'equipment':10,'other':20},'funds':{'budget':50}}");
    }

    private void told(int day, String update) {
        entries.add(day, MANAGER, ROAD, Json.read(update.replace('\'', '"'), Update.class));
    }

    private Table table(Report report) {
        Board board =
                Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1")).after(entries.all());
        return report.table(new Edition(board, MONTH, Map.of(), TextFile.ZH));
    }

    /** The only row, by column. */
    private Map<String, Object> row(Report report) {
        Table table = table(report);
        assertEquals(1, table.rows().size());
        return IntStream.range(0, table.headings().size())
                .filter(i -> table.rows().get(0).get(i) != null)
                .boxed()
                .collect(Collectors.toMap(
                        i -> table.headings().get(i).id(),
                        i -> table.rows().get(0).get(i).toString()));
    }

    @Test
    void what_was_not_told_stands_in_no_column() {
        for (Report report : new Report[] {Report.MONTHLY_INVESTMENT, Report.TOWN_INVESTMENT, Report.MONTHLY_STATE}) {
            Map<String, Object> row = row(report);
            for (String column : new String[] {
                "last-month-fixed",
                "fixed-this-year",
                "fixed-since-start",
                "land-cost",
                "land-left",
                "land-permit",
                "land-solved",
                "contracts",
                "variations",
                "pictures"
            }) {
                assertNull(row.get(column), column);
            }
        }
    }

    @Test
    void investment_in_fixed_assets_is_summed_only_where_every_month_told_it() {
        told(-60, "{'kind':'investment-completed','month':'2026-09','completed':40}");
        told(-29, "{'kind':'investment-detailed','month':'2026-10','fixed':90}");
        assertNull(row(Report.MONTHLY_INVESTMENT).get("fixed-this-year"), "September is not known");
        told(-28, "{'kind':'investment-detailed','month':'2026-09','fixed':38.5}");
        Map<String, Object> row = row(Report.MONTHLY_INVESTMENT);
        assertEquals("38.5", row.get("last-month-fixed"));
        assertEquals("128.5", row.get("fixed-this-year"));
        assertEquals("128.5", row.get("fixed-since-start"));
        told(-27, "{'kind':'investment-planned','year':2026,'before':300}");
        assertNull(row(Report.MONTHLY_INVESTMENT).get("fixed-since-start"), "of what came before nobody said it");
        told(-26, "{'kind':'investment-planned','year':2026,'fixedBefore':250}");
        assertEquals("378.5", row(Report.MONTHLY_INVESTMENT).get("fixed-since-start"));
    }

    @Test
    void a_fortnight_is_the_half_of_the_month_that_the_day_lies_in() {
        assertNull(row(Report.DISPATCH).get("in-period"));
        told(-29, "{'kind':'investment-detailed','month':'2026-10','firstHalf':45}");
        assertEquals("55", row(Report.DISPATCH).get("in-period"), "October is over: its second half");
    }

    @Test
    void of_the_land_is_left_what_no_month_has_paid() {
        told(-40, "{'kind':'investment-planned','total':900,'land':80}");
        assertNull(row(Report.TOWN_INVESTMENT).get("land-left"));
        told(-29, "{'kind':'investment-detailed','month':'2026-10','land':12}");
        assertEquals("80", row(Report.TOWN_INVESTMENT).get("land-cost"));
        assertEquals("68", row(Report.TOWN_INVESTMENT).get("land-left"));
    }

    @Test
    void land_is_solved_within_the_year_since_its_last_count_before() {
        String count =
                "{'kind':'relocation-counted','asOf':'%s','mu':{'due':60,'signed':50,'vacated':50,'cleared':45,'handedOver':%s}}";
        told(-90, count.formatted("2025-12-30", "10"));
        told(-60, count.formatted("2026-03-30", "18"));
        told(-30, count.formatted("2026-10-20", "31.5"));
        told(-20, count.formatted("2026-05-20", "25")); // comes late
        assertEquals("21.5", row(Report.MONTHLY_STATE).get("land-solved"));
    }

    @Test
    void permits_contracts_and_variations_stand_in_the_month_that_they_belong_to() {
        told(-29, "{'kind':'permit-obtained','permit':'land','document':'皖桐 12 号'}");
        told(-29, "{'kind':'permit-obtained','permit':'construction'}");
        told(-50, "{'kind':'contract-signed','number':'1','title':'路基','party':'桐建公司','amount':80,'on':'2026-09-10'}");
        told(-30, "{'kind':'contract-signed','number':'2','title':'面层','party':'路桥公司','amount':60,'on':'2026-10-10'}");
        told(-29, "{'kind':'contract-varied','number':'1','amount':76.5,'on':'2026-10-12','reason':'核减'}");
        Map<String, Object> state = row(Report.MONTHLY_STATE);
        assertEquals("皖桐 12 号", state.get("land-permit"));
        assertEquals("已取得", state.get("construction-permit"));
        assertNull(state.get("planning-permit"));
        Map<String, Object> row = row(Report.MONTHLY_INVESTMENT);
        assertEquals("面层（路桥公司，60 万元）", row.get("contracts"));
        assertEquals("路基由 80 万元变更为 76.5 万元（核减）", row.get("variations"));
        assertEquals("已填报", row.get("told-state"));
    }

    @Test
    void whose_money_paves_a_road_is_a_share_each_and_what_is_left() {
        told(
                -29,
                "{'kind':'investment-detailed','month':'2026-10','ministry':50,'province':20,'ministryFunds':30,'provinceFunds':5}");
        Map<String, Object> row = row(Report.RURAL_ROADS);
        assertEquals("30", row.get("other-shares"));
        assertEquals("15", row.get("other-share-funds"));
    }

    @Test
    void a_part_that_a_correction_made_too_large_is_said_before_the_table_is_sent() {
        told(-29, "{'kind':'investment-detailed','month':'2026-10','fixed':95,'land':15}");
        assertEquals(0, table(Report.FIXED_ASSETS).faults().size());
        told(
                -28,
                "{'kind':'investment-completed','month':'2026-10','completed':90,'note':'核减',"
                        + "'composition':{'construction':60,'installation':10,'equipment':10,'other':10}}");
        assertEquals(2, table(Report.FIXED_ASSETS).faults().size());
        assertTrue(table(Report.FIXED_ASSETS).faults().toString().contains("95"));
    }

    @Test
    void a_directive_has_every_column_of_the_three_registers() {
        entries.add(
                -30,
                OFFICE,
                ROAD,
                Json.read(
                        "{\"kind\":\"directive-issued\",\"text\":\"抢工期\",\"deadline\":\"2026-11-10\",\"register\":{\"number\":\"督3号\","
                                + "\"title\":\"工期\",\"category\":\"进度\",\"source\":\"调度会\",\"follower\":\"周干事\",\"unit\":\"建设办\","
                                + "\"received\":\"2026-10-20\",\"requirement\":\"书面\"}}",
                        Update.class));
        long seq = entries.all().size();
        told(-29, "{'kind':'directive-acknowledged','directive':" + seq + ",'promised':'2026-11-08'}");
        Map<String, Object> whole = row(Report.DIRECTIVES);
        assertEquals("督3号", whole.get("register"));
        assertEquals("2026-11-08", whole.get("promised-day"));
        assertEquals("红灯", whole.get("remark"));
        told(-3, "{'kind':'directive-answered','directive':" + seq + ",'text':'在抢','percent':60}");
        whole = row(Report.DIRECTIVES);
        assertEquals("60", whole.get("done"));
        assertEquals("2026-10-25 下达（2026-11-10 前）；2026-10-26 签收；2026-11-21 反馈", whole.get("way"));
        assertEquals("书面", row(Report.DIRECTIVES_TOWN).get("requirement"));
        assertEquals("2026-10-20", row(Report.DIRECTIVES_TOWN).get("received"));
        assertEquals("项目办", row(Report.DIRECTIVES_BRIEF).get("leader"));
    }
}
