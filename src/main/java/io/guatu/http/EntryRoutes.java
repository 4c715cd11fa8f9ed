package io.guatu.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.Entry;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Update;
import io.guatu.ledger.Chain;
import io.guatu.ledger.Json;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.Search;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger's entries, searched: the town's history, the office's audit, a contractor's own reports. */
final class EntryRoutes {
    /** A project's whole history is read to find a contractor's part of it. */
    private static final int ALL = 20_000;

    private static final int PAGE = 100;

    /** The members by which an update names an earlier entry. */
    private static final List<String> CITING = List.of("report", "blocker", "hazard", "notice", "directive");

    private final Caller caller;
    private final Relay relay;
    private final PgLedger ledger;
    private final Chain chain;

    EntryRoutes(Caller caller, Relay relay, PgLedger ledger, Chain chain) {
        this.caller = caller;
        this.relay = relay;
        this.ledger = ledger;
        this.chain = chain;
    }

    void list(RoutingContext context) {
        Principal who = caller.of(context);
        Asked asked = Asked.of(context);
        ProjectId project = asked.text("project").map(ProjectId::new).orElse(null);
        int limit = asked.number("limit").orElse((long) PAGE).intValue();
        boolean newestFirst = asked.text("order").map("desc"::equals).orElse(false)
                || asked.number("before").isPresent();
        long after = asked.number("after").orElse(0L);
        long before = asked.number("before").orElse(Long.MAX_VALUE);
        Future<List<Entry>> entries;
        if (Scope.maySeeBoard(who)) {
            Search search = new Search(
                    after,
                    before,
                    project,
                    asked.text("kind").orElse(null),
                    asked.text("by").orElse(null),
                    asked.day("from").map(this::start).orElse(null),
                    asked.day("to").map(day -> start(day.plusDays(1))).orElse(null),
                    asked.text("text").orElse(null),
                    Scope.hidden(who, project).stream().map(Json::kind).collect(Collectors.toSet()));
            entries = ledger.find(search, newestFirst, limit);
        } else if (project != null && Scope.maySeeSite(who, project)) {
            entries = ledger.find(Search.of(project), false, ALL).map(all -> own(all, who).stream()
                    .filter(entry -> entry.seq() > after && entry.seq() < before)
                    .sorted(
                            newestFirst
                                    ? Comparator.comparing(Entry::seq).reversed()
                                    : Comparator.comparing(Entry::seq))
                    .limit(limit)
                    .toList());
        } else {
            throw Problem.of(403, "not-in-scope");
        }
        entries.compose(found -> cited(who, found).map(cited -> Map.of("entries", found, "cited", cited)))
                .onSuccess(answer -> Reply.json(context, 200, answer))
                .onFailure(context::fail);
    }

    /** How long the ledger is, and whether it is as it was written. */
    void ledger(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.AUDIT, null));
        (Asked.of(context).yes("again") ? chain.again() : chain.state())
                .onSuccess(state -> Reply.json(context, 200, state))
                .onFailure(context::fail);
    }

    /** What the found entries speak of and is not among them: an answer says little without what it answers. */
    private Future<List<Entry>> cited(Principal who, List<Entry> found) {
        Set<Long> seqs = found.stream()
                .map(entry -> Json.MAPPER.<JsonNode>valueToTree(entry.update()))
                .flatMap(update -> CITING.stream().map(update::path))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .collect(Collectors.toSet());
        found.forEach(entry -> seqs.remove(entry.seq()));
        return seqs.isEmpty() || !Scope.maySeeBoard(who) ? Future.succeededFuture(List.of()) : ledger.entries(seqs);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(relay.board().zone()).toInstant();
    }

    /** What a company told, and the answers to it; companies never see each other. */
    private List<Entry> own(List<Entry> entries, Principal who) {
        Set<Long> told =
                entries.stream().filter(entry -> by(entry, who)).map(Entry::seq).collect(Collectors.toSet());
        Set<Long> noticed = entries.stream()
                .map(Entry::update)
                .filter(update -> update instanceof NoticeIssued notice && isTo(notice, who))
                .flatMap(update -> ((NoticeIssued) update).hazards().stream())
                .collect(Collectors.toSet());
        Set<PhotoId> own = entries.stream()
                .filter(entry -> told.contains(entry.seq()) && entry.update() instanceof PhotoReceived)
                .map(entry -> ((PhotoReceived) entry.update()).photo().id())
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> told.contains(entry.seq())
                        || answers(entry.update(), told)
                        || entry.update() instanceof NoticeIssued notice && isTo(notice, who)
                        || entry.update() instanceof HazardRechecked checked && noticed.contains(checked.hazard()))
                .map(entry -> forSite(entry, own))
                .toList();
    }

    /** Of earlier photos that look the same it is told of its own only. */
    private static Entry forSite(Entry entry, Set<PhotoId> own) {
        return entry.update() instanceof PhotoReceived received
                ? new Entry(
                        entry.seq(),
                        entry.project(),
                        entry.projectSeq(),
                        entry.at(),
                        entry.by(),
                        new PhotoReceived(received.photo().seenAmong(own)))
                : entry;
    }

    private static boolean answers(Update update, Set<Long> told) {
        return update instanceof ProgressVerified verified && told.contains(verified.report())
                || update instanceof ProgressReturned returned && told.contains(returned.report())
                || update instanceof BlockerCleared cleared && told.contains(cleared.blocker());
    }

    private boolean isTo(NoticeIssued notice, Principal who) {
        return relay.roster().isOf(notice.grant(), who.author());
    }

    private static boolean by(Entry entry, Principal who) {
        return entry.by().sameSide(who.author());
    }
}
