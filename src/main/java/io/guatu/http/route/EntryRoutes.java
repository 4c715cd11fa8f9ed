package io.guatu.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.fold.Notice;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantId;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Chain;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Found;
import io.guatu.ledger.Json;
import io.guatu.ledger.OwnSearch;
import io.guatu.ledger.Search;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger's entries, searched: the town's history, the office's audit, a contractor's own reports. */
public final class EntryRoutes implements Operations.Routes {
    private static final int PAGE = 100;

    /** The members by which an update names an earlier entry. */
    private static final List<String> CITING = List.of("report", "blocker", "hazard", "notice", "directive");

    private final Caller caller;
    private final Relay relay;
    private final EntrySearch ledger;
    private final Chain chain;

    public EntryRoutes(Caller caller, Relay relay, EntrySearch ledger, Chain chain) {
        this.caller = caller;
        this.relay = relay;
        this.ledger = ledger;
        this.chain = chain;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readEntries", this::list);
        operations.on("readLedger", this::ledger);
    }

    /** @param searched how far it was looked when that was not to the end, or null */
    private record Answer(List<Entry> entries, List<Entry> cited, Long searched) {}

    void list(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        ProjectId project = asked.text("project").map(ProjectId::new).orElse(null);
        int limit = asked.number("limit").orElse((long) PAGE).intValue();
        boolean newestFirst = asked.text("order").map("desc"::equals).orElse(false)
                || asked.number("before").isPresent();
        long after = asked.number("after").orElse(0L);
        long before = asked.number("before").orElse(Long.MAX_VALUE);
        Future<Found> entries;
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
            entries = ledger.find(own(who, project, after, before), newestFirst, limit)
                    .map(found -> new Found(forSite(found, who, project), null));
        } else {
            throw Problem.of(403, "not-in-scope");
        }
        entries.compose(found ->
                        cited(who, found.entries()).map(cited -> new Answer(found.entries(), cited, found.until())))
                .onSuccess(answer -> Reply.json(context, 200, answer))
                .onFailure(context::fail);
    }

    /** How long the ledger is, and whether it is as it was written. */
    void ledger(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.AUDIT, null));
        (RequestParams.of(context).yes("again") ? chain.again() : chain.state())
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

    /** Companies never see each other. */
    private OwnSearch own(Principal who, ProjectId project, long after, long before) {
        List<GrantId> grants = relay.roster().grants().keySet().stream()
                .filter(grant -> relay.roster().isOf(grant, who.author()))
                .toList();
        List<Notice> notices = relay.board().projects().find(project).stream()
                .flatMap(known -> known.hazards().notices().get().values().stream())
                .filter(notice -> grants.contains(notice.issued().grant()))
                .toList();
        return new OwnSearch(
                after,
                before,
                project,
                grants,
                notices.stream().map(Notice::seq).toList(),
                notices.stream()
                        .flatMap(notice -> notice.issued().hazards().stream())
                        .toList());
    }

    /** Of earlier photos that look the same it is told of its own only. */
    private List<Entry> forSite(List<Entry> entries, Principal who, ProjectId project) {
        Set<PhotoId> own = relay.board()
                .projects()
                .find(project)
                .map(known -> known.photos().from(who.author()))
                .orElse(Set.of());
        return entries.stream().map(entry -> forSite(entry, own)).toList();
    }

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
}
