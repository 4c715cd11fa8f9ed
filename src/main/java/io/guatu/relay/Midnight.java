package io.guatu.relay;

import io.guatu.domain.Entry;
import io.guatu.state.Present;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the board to the next day: all cards are drawn beside the event loop, and swapped in. */
final class Midnight {
    private static final Logger LOG = LoggerFactory.getLogger(Midnight.class);

    private final Vertx vertx;
    private final Clock clock;
    private final Shown shown;
    /** What was told while the cards are drawn; null when none are. */
    private List<Entry> meanwhile;

    Midnight(Vertx vertx, Clock clock, Shown shown) {
        this.vertx = vertx;
        this.clock = clock;
        this.shown = shown;
        shown.listen(moved -> {
            if (meanwhile != null) {
                meanwhile.addAll(moved.entries());
            }
        });
    }

    /** Turns it when it is another day than the board's. Asked every second. */
    void turn() {
        Present base = shown.now();
        LocalDate today = LocalDate.ofInstant(clock.instant(), base.board().zone());
        if (meanwhile != null || today.equals(base.board().day())) {
            return;
        }
        meanwhile = new ArrayList<>();
        vertx.executeBlocking(() -> base.on(today), false).onComplete(turned -> {
            List<Entry> told = meanwhile;
            meanwhile = null;
            if (turned.failed()) {
                LOG.error("the day {} could not be begun", today, turned.cause());
            } else if (goesOn(base, shown.now())) {
                shown.move(turned.result().with(shown.now().state(), told), List.of());
            }
        });
    }

    /** Otherwise the cards were drawn by what no longer holds, and the next second draws them again. */
    private static boolean goesOn(Present base, Present now) {
        return base.head().epoch().equals(now.head().epoch())
                && base.state().projects().settings().seq()
                        == now.state().projects().settings().seq();
    }
}
