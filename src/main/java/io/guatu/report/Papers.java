package io.guatu.report;

import io.guatu.apart.Runners;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Writes papers for word processors, in a process of its own: the library takes more memory than a town has. Any thread. */
public final class Papers implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    private final Runners<List<byte[]>, byte[], PaperErrand.NotAPaper> runners =
            new Runners<>(new PaperErrand(), IDLE, MOST_WORK);

    /**
     * A paper as DOCX. Blocks, for a minute at most.
     *
     * @param pictures one for each that the paper names, in their order; an empty one is left out
     * @throws IOException when no process can do it now
     */
    public byte[] docx(Paper paper, boolean english, List<byte[]> pictures) throws IOException {
        try {
            return runners.run(PaperErrand.order(paper, english, pictures));
        } catch (PaperErrand.NotAPaper e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        runners.close();
    }
}
