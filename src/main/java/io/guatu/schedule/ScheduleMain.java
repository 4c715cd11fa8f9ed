package io.guatu.schedule;

import io.guatu.apart.Errand;
import io.guatu.ledger.Json;
import java.io.IOException;

/** The process that reads schedules, one after the other. What a file does to its memory, it does to nobody else's. */
final class ScheduleMain {
    private ScheduleMain() {}

    public static void main(String[] none) throws IOException {
        Errand.serve((in, out) -> {
            ReadingErrand.Order order = ReadingErrand.readOrder(in);
            try {
                ReadingErrand.write(out, Json.bytes(Reading.of(order.bytes(), order.choice(), order.present())));
            } catch (NotASchedule not) {
                ReadingErrand.write(out, not.why());
            }
        });
    }
}
