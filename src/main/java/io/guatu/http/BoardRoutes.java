package io.guatu.http;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.Curve;
import io.guatu.bridge.Frames;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressReported;
import io.guatu.domain.ProgressReturned;
import io.guatu.domain.ProgressVerified;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.StillTrue;
import io.guatu.ledger.PgLedger;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reading: the board, one project, the entries. */
final class BoardRoutes {
    /** A project's whole history is read for its curve and its contractors' answers. */
    private static final int ALL = 20_000;

    private static final int PAGE = 100;

    private final Caller caller;
    private final Relay relay;
    private final Frames frames;
    private final PgLedger ledger;

    BoardRoutes(Caller caller, Relay relay, Frames frames, PgLedger ledger) {
        this.caller = caller;
        this.relay = relay;
        this.frames = frames;
        this.ledger = ledger;
    }

    void board(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        Asked asked = Asked.of(context);
        Board board = relay.board();
        Frames.Position position = new Frames.Position(
                asked.text("epoch").map(UUID::fromString).orElse(null),
                asked.text("day").map(LocalDate::parse).orElse(null),
                asked.number("seq").orElse(null));
        String etag = "\"" + board.epoch() + "." + board.day() + "." + board.seq() + "."
                + (position.seq() == null ? "whole" : position.seq()) + "\"";
        context.response().putHeader(HttpHeaders.ETAG, etag);
        if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
        } else {
            Reply.json(context, 200, frames.sync(board, null, position));
        }
    }

    void project(RoutingContext context) {
        ProjectId id = Asked.of(context).path("project", ProjectId::new);
        Principal who = caller.of(context, principal -> Scope.maySeeSite(principal, id));
        Board board = relay.board();
        Card card = board.cards().get(id);
        if (card == null) {
            throw Problem.of(404, "unknown-project");
        }
        ledger.after(0, ALL, id)
                .map(entries -> Curve.of(entries, board.day(), board.zone()))
                .onSuccess(curve -> Reply.json(
                        context, 200, Map.of("card", Scope.maySeeBoard(who) ? card : card.forSite(), "curve", curve)))
                .onFailure(context::fail);
    }

    void entries(RoutingContext context) {
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
            entries = (newestFirst ? ledger.before(before, limit, project) : ledger.after(after, limit, project))
                    .map(all -> all.stream()
                            .filter(entry ->
                                    Scope.maySeeEntry(who.role(), entry.update().getClass()))
                            .toList());
        } else if (project != null && Scope.maySeeSite(who, project)) {
            entries = ledger.after(0, ALL, project).map(all -> own(all, who).stream()
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
        entries.onSuccess(found -> Reply.json(context, 200, Map.of("entries", found)))
                .onFailure(context::fail);
    }

    /** A contractor's own reports and the answers to them; companies never see each other. */
    private static List<Entry> own(List<Entry> entries, Principal who) {
        Set<Long> reports = entries.stream()
                .filter(entry -> entry.update() instanceof ProgressReported && by(entry, who))
                .map(Entry::seq)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> reports.contains(entry.seq())
                        || entry.update() instanceof StillTrue && by(entry, who)
                        || entry.update() instanceof ProgressVerified verified && reports.contains(verified.report())
                        || entry.update() instanceof ProgressReturned returned && reports.contains(returned.report()))
                .toList();
    }

    private static boolean by(Entry entry, Principal who) {
        return entry.by().role() == Role.CONTRACTOR
                && entry.by().id().equals(who.author().id());
    }
}
