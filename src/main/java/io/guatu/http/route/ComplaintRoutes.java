package io.guatu.http.route;

import io.guatu.access.ComplaintLimit;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.access.SharedTries;
import io.guatu.domain.BoardUpdate.OperatorNamed;
import io.guatu.exchange.ComplaintPage;
import io.guatu.http.answer.RandomId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.ledger.Complaints;
import io.guatu.ledger.Complaints.Complaint;
import io.guatu.relay.Relay;
import io.guatu.text.TextFile;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * 投诉建议: who runs the board, for everybody; what strangers write, for the office alone. Nobody has to say who they are. Lives on
 * one event loop.
 */
public final class ComplaintRoutes implements Operations.Routes {
    private static final int MOST_WAITING = 500;
    private static final int SHOWN = 200;
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_CONTACT = 80;
    private static final long LONGEST_FORM = 16 * 1024;
    private static final Pattern ID = Pattern.compile("c-[a-z0-9]{8,20}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final Caller caller;
    private final Relay relay;
    private final Complaints complaints;
    private final Clock clock;
    private final ComplaintLimit limit;
    private final SharedTries tries;

    public ComplaintRoutes(Caller caller, Relay relay, Complaints complaints, SharedTries tries, Clock clock) {
        this.caller = caller;
        this.relay = relay;
        this.complaints = complaints;
        this.clock = clock;
        this.tries = tries;
        this.limit = new ComplaintLimit(clock);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readOperator", this::operator);
        operations.on("readComplaintPage", context -> page(context, 200, "", null));
        operations.on("sendComplaint", LONGEST_FORM, this::maySend, this::send);
        operations.on("readComplaintAnswer", this::answered);
        operations.on("listComplaints", this::list);
        operations.on("answerComplaint", this::answer);
    }

    record Shown(
            String organisation, String department, String phone, String post, String mailbox, boolean complaints) {}

    record Answered(String answer, Boolean closed) {}

    private OperatorNamed named() {
        return relay.board().projects().settings().outward().operator();
    }

    void operator(RoutingContext context) {
        OperatorNamed named = named();
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        Reply.json(
                context,
                200,
                named == null
                        ? new Shown(null, null, null, null, null, false)
                        : new Shown(
                                named.organisation(),
                                named.department(),
                                named.phone(),
                                named.post(),
                                named.mailbox(),
                                named.online()));
    }

    private void page(RoutingContext context, int status, String words, String fault) {
        String language = language(context);
        html(
                context,
                status,
                new ComplaintPage(text(language), language.equals("en"))
                        .form(named(), RandomId.with("c-"), words, fault));
    }

    private static void html(RoutingContext context, int status, String html) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end(html);
    }

    /** Before it is read. @throws Problem 404 where the office takes none */
    void maySend(RoutingContext context) {
        OperatorNamed named = named();
        if (named == null || !named.online()) {
            throw Problem.of(404, "not-found");
        }
        patient(limit.sent(ClientAddress.address(context.request())));
        context.next();
    }

    void send(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        String id = form.get("id");
        String words = said(form.get("words"));
        String contact = said(form.get("contact"));
        if (id == null || !ID.matcher(id).matches()) {
            throw Problem.invalid("id", "fault-pattern");
        }
        if (words.isEmpty() || words.length() > LONGEST_WORDS || contact.length() > LONGEST_CONTACT) {
            page(context, 400, words, text(language(context)).apply("complaint.length"));
            return;
        }
        tries.waitSeconds(ComplaintLimit.sentEverywhere(ClientAddress.address(context.request())))
                .compose(wait -> {
                    patient(wait);
                    return complaints.add(id, clock.instant(), words, contact.isEmpty() ? null : contact, MOST_WAITING);
                })
                .onSuccess(added -> {
                    if (added) {
                        String address =
                                "/complaints/" + id + (language(context).equals("en") ? "?lang=en" : "");
                        context.response()
                                .setStatusCode(303)
                                .putHeader(HttpHeaders.LOCATION, address)
                                .end();
                    } else {
                        page(context, 503, words, text(language(context)).apply("complaint.full"));
                    }
                })
                .onFailure(context::fail);
    }

    /** As it was written, without what controls: wherever it is shown, it is shown as text. */
    private static String said(String written) {
        return written == null
                ? ""
                : CONTROLS.matcher(written.replace("\r\n", "\n").replace('\r', '\n'))
                        .replaceAll("")
                        .strip();
    }

    void answered(RoutingContext context) {
        patient(limit.asked(ClientAddress.address(context.request())));
        String language = language(context);
        complaints
                .find(RequestParams.of(context).path("complaint", id -> id))
                .onSuccess(found -> {
                    Complaint complaint = found.orElse(null);
                    if (complaint == null) {
                        context.fail(Problem.of(404, "not-found"));
                        return;
                    }
                    html(
                            context,
                            200,
                            new ComplaintPage(text(language), language.equals("en"))
                                    .answer(
                                            named(),
                                            day(complaint.made()),
                                            complaint.answer(),
                                            complaint.answered() == null ? null : day(complaint.answered()),
                                            complaint.closed() != null));
                })
                .onFailure(context::fail);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, relay.board().zone());
    }

    private Principal office(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Sight.COMPLAINTS, null));
    }

    void list(RoutingContext context) {
        office(context);
        complaints
                .newest(clock.instant(), SHOWN)
                .onSuccess(all -> Reply.json(context, 200, Map.of("complaints", all)))
                .onFailure(context::fail);
    }

    void answer(RoutingContext context) {
        Principal who = office(context);
        Answered told = RequestParams.of(context).body(Answered.class);
        complaints
                .answer(
                        RequestParams.of(context).path("complaint", id -> id),
                        told.answer(),
                        clock.instant(),
                        who.author().id(),
                        Boolean.TRUE.equals(told.closed()))
                .onSuccess(known -> {
                    if (known) {
                        Reply.none(context);
                    } else {
                        context.fail(Problem.of(404, "not-found"));
                    }
                })
                .onFailure(context::fail);
    }

    private static void patient(OptionalLong seconds) {
        if (seconds.isPresent()) {
            throw new Problem(429, "too-many-tries", Map.of("seconds", Long.toString(seconds.getAsLong())), List.of());
        }
    }

    private static UnaryOperator<String> text(String language) {
        return TextFile.in(language)::of;
    }

    private static String language(RoutingContext context) {
        return RequestParams.of(context).text("lang").orElse("zh");
    }
}
