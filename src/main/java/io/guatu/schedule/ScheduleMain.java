package io.guatu.schedule;

import io.guatu.apart.BytesErrand;
import java.io.IOException;

/** The process that reads schedules, one after the other. What a file does to its memory, it does to nobody else's. */
final class ScheduleMain {
    private ScheduleMain() {}

    public static void main(String[] none) throws IOException {
        BytesErrand.serve(ReadingErrand::done, (NotASchedule not) -> not.why().ordinal());
    }
}
