package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.board.Entries;
import io.guatu.board.fold.Projects;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import io.guatu.domain.ProjectUpdate.LandmarkReached;
import io.guatu.domain.Stage;
import io.guatu.ledger.Json;
import io.guatu.sheet.NotASheet.Why;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list is read in a process of its own as it would be here. */
class SheetsTest {
    private static final Answers ANSWERS = new Answers(
            null,
            null,
            Map.of("B", "owner"),
            Map.of("C", Unit.WAN),
            Unit.YI,
            2026,
            YearMonth.of(2026, 5),
            "economy",
            Stage.IMPLEMENTATION,
            Map.of("*", "new"),
            "议定",
            null,
            null);

    @Test
    void the_process_says_what_we_would_say_and_why_there_is_nothing_to_say() throws Exception {
        Present present = Present.of(Projects.NONE.after(Entries.road(Stage.IMPLEMENTATION)
                .add(0, Entries.OFFICE, Entries.ROAD, new LandmarkReached(Landmark.START, Entries.TODAY, null))
                .add(
                        0,
                        Entries.OFFICE,
                        Entries.ROAD,
                        new InvestmentCompleted(YearMonth.of(2026, 5), Money.of(BigDecimal.TEN), null, null, null))
                .all()));
        byte[] list = "项目名称\t业主\t本月完成投资\t实际开工时间\n道路\t局\t20\t2026-01-01\n新桥\t局\t1\t\n".getBytes(StandardCharsets.UTF_8);
        try (Sheets sheets = new Sheets()) {
            assertArrayEquals(Json.zipped(Reading.of(list, ANSWERS, present)), sheets.read(list, ANSWERS, present));
            assertEquals(
                    Why.SHEET_EMPTY,
                    assertThrows(NotASheet.class, () -> sheets.read(new byte[0], ANSWERS, present))
                            .why());
            assertArrayEquals(Json.zipped(Reading.of(list, ANSWERS, present)), sheets.read(list, ANSWERS, present));
        }
    }
}
