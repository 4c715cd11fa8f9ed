package io.guatu.http.route;

import io.guatu.http.answer.Reply;
import io.guatu.http.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of one sort that a process of its own reads, one after the other. On one event loop. */
final class FileReading {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final Duration LONGEST_ARRIVAL = Duration.ofMinutes(1);

    /** One is read while another arrives: each is here twice while it is handed over, and its answer is. */
    private static final int MOST = 2;

    private final String sort;
    private final Problem busy;
    private final Arrival arrival;
    private final WorkerExecutor reader;
    private int underWay;

    /** What is read from the bytes, as gzipped JSON: a large one stays small here, and is compressed by who makes it. */
    interface Work {
        /** @throws IOException when no process can do it now */
        byte[] read(byte[] bytes) throws Exception;
    }

    /** @param sort {@code sheets}: the problem of too many is {@code sheets-busy} */
    FileReading(Vertx vertx, String sort) {
        this.sort = sort;
        this.busy = new Problem(503, sort + "-busy", Map.of("seconds", "5"), List.of());
        this.arrival = new Arrival(vertx, LONGEST_ARRIVAL);
        // It only waits for the process that reads.
        this.reader = vertx.createSharedWorkerExecutor(sort, 1, 2, TimeUnit.MINUTES);
    }

    /** Before megabytes are read: not too many at once. @throws Problem 503 */
    void begin(RoutingContext context) {
        if (underWay >= MOST) {
            throw busy;
        }
        underWay++;
        context.addEndHandler(ended -> underWay--);
        arrival.begin(context);
        context.next();
    }

    /** @param refused makes of what the work throws what is answered */
    void read(RoutingContext context, Work work, UnaryOperator<Throwable> refused) {
        byte[] bytes = body(context);
        done(() -> work.read(bytes))
                .onSuccess(zipped -> Reply.zipped(context, zipped))
                .onFailure(fault -> context.fail(fault instanceof IOException ? later(fault) : refused.apply(fault)));
    }

    /** All of it has arrived. */
    byte[] body(RoutingContext context) {
        arrival.ended(context);
        return context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
    }

    /** One after the other. */
    <T> Future<T> done(Callable<T> work) {
        return reader.executeBlocking(work, true);
    }

    /** What is said when no process can do it now; any other fault is what it is. */
    Throwable later(Throwable fault) {
        if (!(fault instanceof IOException)) {
            return fault;
        }
        LOG.warn("one of the {} was not read: {}", sort, fault.toString());
        return busy;
    }
}
