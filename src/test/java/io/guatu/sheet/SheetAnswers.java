package io.guatu.sheet;

import io.guatu.domain.Stage;
import java.util.Map;

/** Answers to the questions of a list, of new projects of one sector that are being built; nothing else is answered. */
final class SheetAnswers {
    private SheetAnswers() {}

    /** @param sheet null: the first that has a list; @param header the row of the headings, null: found */
    static Answers of(String sheet, Integer header, Map<String, String> columns) {
        return new Answers(
                sheet,
                header,
                columns,
                Map.of(),
                null,
                null,
                null,
                "economy",
                Stage.IMPLEMENTATION,
                Map.of(),
                null,
                null,
                null);
    }
}
