package io.guatu.http.answer;

import io.guatu.bridge.Answers;
import io.guatu.ledger.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers that are a function of a moment of the ledger and of this program: made and encoded once however many ask, kept as
 * bytes, and known by an ETag, so that who has one already is told so without its being made at all.
 */
public final class LastingAnswers {
    private final Vertx vertx;
    private final Answers answers;
    private final String program;

    /** @param program another one may answer the same question otherwise */
    public LastingAnswers(Vertx vertx, Answers answers, String program) {
        this.vertx = vertx;
        this.answers = answers;
        this.program = program;
    }

    /** @param of all that the answer depends on: a record of a class of its own, whose text says all of it */
    public void json(RoutingContext context, Record of, Supplier<? extends Future<?>> make) {
        bytes(
                context,
                of,
                () -> answers.once(
                        of, () -> make.get().compose(made -> vertx.executeBlocking(() -> Json.bytes(made), false))),
                bytes -> bytes);
    }

    /** @param leaving what is sent for what is kept */
    public void bytes(
            RoutingContext context, Record of, Supplier<Future<byte[]>> kept, Function<byte[], byte[]> leaving) {
        String tag = tag(of);
        context.response().putHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
            return;
        }
        kept.get()
                .onSuccess(bytes -> Reply.encoded(context, leaving.apply(bytes)))
                .onFailure(fault -> {
                    context.response().headers().remove(HttpHeaders.ETAG);
                    context.fail(fault);
                });
    }

    /** Weak: where a frame is answered, the time at which it leaves is another each time. */
    private String tag(Record of) {
        String said = program + "\n" + of.getClass().getName() + "\n" + of;
        return "W/\"" + UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
