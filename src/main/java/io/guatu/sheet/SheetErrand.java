package io.guatu.sheet;

import io.guatu.apart.BytesErrand;
import io.guatu.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reading a list as an errand. The answer is gzipped JSON from there on: nobody but the asker looks into it. */
final class SheetErrand extends BytesErrand<NotASheet> {
    static List<byte[]> order(byte[] bytes, Answers answers, Present present) {
        return List.of(bytes, Json.bytes(answers), Json.bytes(present));
    }

    static byte[] done(List<byte[]> order) throws NotASheet {
        return Json.zipped(Reading.of(
                order.get(0),
                Json.read(text(order.get(1)), Answers.class),
                Json.read(text(order.get(2)), Present.class)));
    }

    @Override
    public Class<?> main() {
        return SheetMain.class;
    }

    @Override
    public List<String> options() {
        // The library of older workbooks wants to log, and nobody reads it.
        return List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF");
    }

    @Override
    protected NotASheet refused(int why) {
        return new NotASheet(NotASheet.Why.values()[why]);
    }

    @Override
    public NotASheet tooLarge() {
        return new NotASheet(NotASheet.Why.SHEET_TOO_LARGE);
    }

    @Override
    public NotASheet tooLong() {
        return new NotASheet(NotASheet.Why.SHEET_TOO_LARGE);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
