package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.fold.Forms.Form;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Json;
import io.guatu.ledger.TypedFields;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.report.form.Burden;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** How many fields were typed once in a month, and how many cells of which forms they filled. Nobody is counted by name. */
public final class BurdenRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final EntrySearch entries;
    private final TypedFields typed;
    private final LastingAnswers lasting;
    private final Editions editions;

    public BurdenRoutes(
            Vertx vertx,
            Caller caller,
            Relay relay,
            BoardHistory past,
            EntrySearch entries,
            TypedFields typed,
            LastingAnswers lasting) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.entries = entries;
        this.typed = typed;
        this.lasting = lasting;
        this.editions = new Editions(relay, past);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readBurden", this::burden);
    }

    /** The forms are today's, whatever the month. */
    private record OfBurden(YearMonth month, Moment moment, String language, long forms) {}

    void burden(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        RequestParams asked = RequestParams.of(context);
        LocalDate today = relay.board().day();
        YearMonth month = asked.text("month").map(YearMonth::parse).orElse(YearMonth.from(today));
        if (month.isAfter(YearMonth.from(today))) {
            throw Problem.of(422, "month-in-future");
        }
        LocalDate day = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
        String language = Editions.language(asked);
        List<Form> forms = List.copyOf(
                relay.board().projects().settings().outward().forms().byId().values());
        long newest = forms.stream().mapToLong(Form::revision).max().orElse(0) * 1_000 + forms.size();
        past.on(day)
                .onSuccess(moment -> lasting.json(
                        context,
                        new OfBurden(month, moment, language, newest),
                        () -> made(new Editions.Of(moment, month, language), forms)))
                .onFailure(context::fail);
    }

    private Future<Burden> made(Editions.Of of, List<Form> forms) {
        Instant begin = of.month().atDay(1).atStartOfDay(relay.board().zone()).toInstant();
        return entries.seqBefore(begin)
                .compose(before -> typed.between(before, of.moment().seq()))
                .compose(counts -> past.on(of.month().minusMonths(1).atEndOfMonth())
                        .compose(past::board)
                        .compose(last -> past.present(of.moment())
                                .compose(then -> vertx.executeBlocking(
                                        () -> Burden.of(
                                                editions.edition(then, of),
                                                last,
                                                forms.stream().map(Form::saved).toList(),
                                                sum(counts, true),
                                                sum(counts, false)),
                                        false))));
    }

    /** What of a photo is said its camera said. */
    private static long sum(Map<String, TypedFields.Count> counts, boolean entries) {
        return counts.entrySet().stream()
                .filter(each -> !each.getKey().equals(Json.kind(PhotoReceived.class)))
                .mapToLong(each ->
                        entries ? each.getValue().entries() : each.getValue().fields())
                .sum();
    }
}
