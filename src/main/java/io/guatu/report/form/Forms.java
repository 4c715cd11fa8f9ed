package io.guatu.report.form;

import io.guatu.apart.Runners;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads and fills strangers' workbooks, in a process of its own. Any thread; each call blocks, for a minute at most. */
public final class Forms implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    private final Runners<List<byte[]>, byte[], NotAForm> runners = new Runners<>(new FormErrand(), IDLE, MOST_WORK);

    /**
     * A form as it arrived.
     *
     * @param headings what the office has said of headings of lists
     * @param learned what went under headings in forms that are filled already
     * @throws IOException when no process can do it now
     */
    public FormReading read(byte[] file, Map<String, String> headings, Map<String, String> learned)
            throws NotAForm, IOException {
        byte[] done = runners.run(FormErrand.order(file, new FormErrand.Asked(headings, learned, null)));
        return Json.read(new String(done, StandardCharsets.UTF_8), FormReading.class);
    }

    /** @throws IOException when no process can do it now */
    public FilledForm fill(byte[] file, FormFilling filling) throws NotAForm, IOException {
        byte[] done = runners.run(FormErrand.order(file, new FormErrand.Asked(null, null, filling.order())));
        ByteBuffer buffer = ByteBuffer.wrap(done);
        byte[] seen = new byte[buffer.getInt()];
        buffer.get(seen);
        byte[] workbook = new byte[buffer.remaining()];
        buffer.get(workbook);
        FormErrand.Looks looks = Json.read(new String(seen, StandardCharsets.UTF_8), FormErrand.Looks.class);
        return new FilledForm(looks.sheets(), filling.filled(), filling.gaps(), looks.unsure(), workbook);
    }

    @Override
    public void close() {
        runners.close();
    }
}
