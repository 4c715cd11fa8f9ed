package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.guatu.ledger.AccessEvent;
import io.guatu.ledger.AccessLog;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Who came in, for the office. */
public final class AccessLogRoutes implements Operations.Routes {
    private static final long PAGE = 100;

    private final Caller caller;
    private final Relay relay;
    private final AccessLog log;

    public AccessLogRoutes(Caller caller, Relay relay, AccessLog log) {
        this.caller = caller;
        this.relay = relay;
        this.log = log;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readAccessLog", this::read);
    }

    void read(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.AUDIT, null));
        RequestParams asked = RequestParams.of(context);
        AccessLog.Search search = new AccessLog.Search(
                asked.number("before").orElse(Long.MAX_VALUE),
                asked.text("who").orElse(null),
                asked.text("kind").map(AccessLogRoutes::kind).orElse(null),
                asked.text("address").orElse(null),
                asked.day("from").map(this::start).orElse(null),
                asked.day("to").map(day -> start(day.plusDays(1))).orElse(null),
                asked.number("limit").orElse(PAGE).intValue());
        log.find(search)
                .onSuccess(rows -> Reply.json(context, 200, Map.of("rows", rows)))
                .onFailure(context::fail);
    }

    /** The contract knows no others. */
    private static AccessEvent.Kind kind(String word) {
        return AccessEvent.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(relay.board().zone()).toInstant();
    }
}
