package io.guatu.schedule;

import io.guatu.apart.BytesErrand;
import io.guatu.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reading a schedule as an errand. The answer is gzipped JSON from there on: nobody but the asker looks into it. */
final class ReadingErrand extends BytesErrand<NotASchedule> {
    static List<byte[]> order(byte[] bytes, Choice choice, Present present) {
        return List.of(bytes, Json.bytes(choice), Json.bytes(present));
    }

    static byte[] done(List<byte[]> order) throws NotASchedule {
        return Json.zipped(Reading.of(
                order.get(0),
                Json.read(text(order.get(1)), Choice.class),
                Json.read(text(order.get(2)), Present.class)));
    }

    @Override
    public Class<?> main() {
        return ScheduleMain.class;
    }

    @Override
    public List<String> options() {
        // The libraries of Microsoft's files want to log, and nobody reads it.
        return List.of(
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF");
    }

    @Override
    protected NotASchedule refused(int why) {
        return new NotASchedule(NotASchedule.Why.values()[why]);
    }

    @Override
    public NotASchedule tooLarge() {
        return new NotASchedule(NotASchedule.Why.SCHEDULE_TOO_LARGE);
    }

    @Override
    public NotASchedule tooLong() {
        return new NotASchedule(NotASchedule.Why.SCHEDULE_TOO_SLOW);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
