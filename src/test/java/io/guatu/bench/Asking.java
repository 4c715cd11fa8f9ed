package io.guatu.bench;

import java.time.LocalDate;
import java.util.List;

/** Somebody who asks a running board for one past day, project and search after the other, until that ends. */
final class Asking extends Thread {
    private final BenchClient client;
    private final LocalDate from;
    private final List<String> projects;
    private volatile boolean ended;

    Asking(BenchClient client, LocalDate from, List<String> projects) {
        this.client = client;
        this.from = from;
        this.projects = projects;
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !ended; i++) {
                client.read("/api/board?asOf=" + from.minusDays(i));
                client.get("/api/projects/" + projects.get(i * 31 % projects.size()));
                client.get("/api/agenda");
                client.get("/api/entries?order=desc&kind=hazard-found&text=zz" + i);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void end() throws InterruptedException {
        ended = true;
        join();
    }
}
