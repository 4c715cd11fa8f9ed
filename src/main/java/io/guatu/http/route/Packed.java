package io.guatu.http.route;

import io.guatu.ledger.Json;
import io.guatu.report.form.FilledForm;
import io.guatu.report.form.FormFilling.Gap;
import io.guatu.report.form.GridView;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** A filled form as it is kept: what is looked at, and behind it the workbook. */
final class Packed {
    private Packed() {}

    /** @param revision of the way in which it is filled; 0: of none that is saved */
    record Seen(
            YearMonth month,
            LocalDate day,
            long revision,
            int filled,
            List<Gap> gaps,
            List<String> unsure,
            List<GridView> sheets) {}

    static byte[] of(FilledForm form, YearMonth month, LocalDate day, long revision) {
        byte[] seen =
                Json.bytes(new Seen(month, day, revision, form.filled(), form.gaps(), form.unsure(), form.sheets()));
        return ByteBuffer.allocate(Integer.BYTES + seen.length + form.workbook().length)
                .putInt(seen.length)
                .put(seen)
                .put(form.workbook())
                .array();
    }

    static byte[] seen(byte[] packed) {
        return Arrays.copyOfRange(packed, Integer.BYTES, end(packed));
    }

    static byte[] workbook(byte[] packed) {
        return Arrays.copyOfRange(packed, end(packed), packed.length);
    }

    private static int end(byte[] packed) {
        return Integer.BYTES + ByteBuffer.wrap(packed).getInt();
    }
}
