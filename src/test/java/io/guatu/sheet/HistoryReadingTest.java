package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.Board;
import io.guatu.board.Entries;
import io.guatu.board.Sets;
import io.guatu.board.figures.ReferenceClass;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.board.fold.Slip;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.guatu.sheet.Proposal.State;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A past that was kept elsewhere becomes the slip ledger, told today. */
class HistoryReadingTest {
    private static final String HEADER = "项目名称\t节点名称\t掌握日期\t预计完成时间\t实际完成时间\n";
    /** The second row stands before the first in time; the plan says 2026-09-25. */
    private static final String LIST = HEADER
            + "道路\tbase\t2026-08-01\t2026-10-20\t2026-11-05\n"
            + "\tbase\t2026年7月1日\t2026-10-10\t2026-11-05\n"
            + "\ttop\t2026-08-01\t2027年3月\t\n";

    private final Entries entries =
            Entries.road(Stage.IMPLEMENTATION).plan("base", 60, -90, -60).plan("top", 40, -59, 90);

    @Test
    void forecasts_are_told_in_the_order_in_which_they_were_known_and_then_what_was_finished() throws NotASheet {
        Reading reading = read(LIST);
        assertEquals(Reading.Format.HISTORY, reading.format());
        assertEquals(List.of(), reading.faults());
        Proposal road = reading.projects().get(0);
        assertEquals("""
                [{"kind":"forecast-moved","milestone":"base","forecast":"2026-10-10","imported":true,"asOf":"2026-07-01"},\
                {"kind":"forecast-moved","milestone":"base","forecast":"2026-10-20","imported":true,"asOf":"2026-08-01"},\
                {"kind":"forecast-moved","milestone":"top","forecast":"2027-03-31","imported":true,"asOf":"2026-08-01"},\
                {"kind":"progress-reported","milestone":"base","percent":100,"asOf":"2026-11-05"}]""", said(road));
        assertEquals("D3", road.changes().get(0).place());
        tell(reading);
        List<Slip> slips = road().plan().slips();
        assertEquals(
                List.of(
                        "2026-09-25 2026-10-10",
                        "2026-10-10 2026-10-20",
                        "2027-02-22 2027-03-31",
                        "2026-10-20 2026-11-05"),
                slips.stream().map(slip -> slip.from() + " " + slip.to()).toList());
        assertEquals(LocalDate.parse("2026-07-01"), slips.get(0).on(Entries.ZONE));
        assertEquals(Entries.at(0), slips.get(0).at(), "told today");
        assertEquals(78, road().plan().slippage().days());
    }

    @Test
    void the_same_list_again_tells_nothing_and_a_longer_one_what_is_new() throws NotASheet {
        tell(read(LIST));
        Reading again = read(LIST);
        assertEquals(State.SAME, again.projects().get(0).state());
        assertEquals(List.of(), again.projects().get(0).faults());
        Reading longer = read(LIST + "\ttop\t2026-09-01\t2027-04-30\t\n");
        assertEquals("""
                [{"kind":"forecast-moved","milestone":"top","forecast":"2027-04-30","imported":true,"asOf":"2026-09-01"}]""", said(longer.projects().get(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "桥梁;base;2026-07-01;2026-10-10; | A2 unknown-project",
                "道路;墩柱;2026-07-01;2026-10-10; | B2 step-new",
                "道路;top;;2026-10-10; | D2 known",
                "道路;top;2026年7月;2026-10-10; | C2 day",
                "道路;top;2026-07-01;十月; | D2 date",
                "道路;top;2027-07-01;2027-10-10; | D2 future",
                "道路;top;2026-07-01;;2027-01-01 | E2 future",
                "道路;base;2026-07-01;2026-10-12; | D2 step-finished",
                "道路;base;2026-07-01;;2026-10-10 | E2 step-finished",
                "道路;top;2026-07-31;2026-10-10; | D2 history-overtaken"
            })
    void what_cannot_be_told_is_named_by_its_cell(String row, String fault) throws NotASheet {
        tell(read(LIST));
        Reading reading = read(HEADER + row.replace(';', '\t') + "\n");
        List<Fault> faults = reading.projects().isEmpty()
                ? reading.faults()
                : reading.projects().get(0).faults();
        assertEquals(fault, faults.get(0).place() + " " + faults.get(0).code());
    }

    @Test
    void columns_of_history_are_none_of_another_list() throws NotASheet {
        Reading reading = read("项目名称\t节点\t预计完成时间\t总投资（万元）\n道路\t路基\t2026-10-10\t300\n");
        assertEquals(Reading.Format.SHEET, reading.format());
        assertEquals(
                List.of(true, false, false, true),
                reading.columns().stream().map(Reading.Meant::known).toList());
    }

    @Test
    void how_it_went_with_others_is_said_of_five_or_more() {
        assertEquals(Optional.empty(), ReferenceClass.of(road(), List.of(road())));
        Entries many = Entries.road(Stage.IMPLEMENTATION);
        for (int i = 1; i <= 5; i++) {
            many.plan("s" + i, 20, -90, -60).report(-60 + i * i, Entries.MANAGER, "s" + i, 100, null);
        }
        Project road = Projects.NONE.after(many.all()).byId().get(Entries.ROAD);
        assertEquals(
                new ReferenceClass("transport.road", 5, 9, 16),
                ReferenceClass.of(road, List.of(road)).orElseThrow());
    }

    private Project road() {
        return Projects.NONE.after(entries.all()).byId().get(Entries.ROAD);
    }

    private Reading read(String text) throws NotASheet {
        Board board = Board.of(
                new UUID(0, 0),
                Entries.TODAY,
                Entries.ZONE,
                Sets.named("daguan-1"),
                Projects.NONE.after(entries.all()));
        return Reading.of(text.getBytes(StandardCharsets.UTF_8), Answers.NONE, Present.of(board));
    }

    private void tell(Reading reading) {
        for (Proposal proposal : reading.projects()) {
            for (Update update : proposal.updates()) {
                entries.add(0, Entries.OFFICE, proposal.id(), update);
            }
        }
    }

    private static String said(Proposal proposal) {
        return proposal.updates().stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }
}
