package io.guatu.http.route;

import io.guatu.access.HeadSignatures;
import io.guatu.access.Principal;
import io.guatu.access.Roster;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.bridge.Answers;
import io.guatu.domain.Author;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.http.answer.Download;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Json;
import io.guatu.ledger.PhotoStore;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.guatu.report.About;
import io.guatu.report.Paper;
import io.guatu.report.PaperKind;
import io.guatu.report.Papers;
import io.guatu.report.Unwritten;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Papers in the form of official documents, as known on a day: to look at and print, and as DOCX. */
public final class PaperRoutes implements Operations.Routes {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Each waits with its pictures in memory. */
    private static final int MOST = 3;

    private static final Problem BUSY = new Problem(503, "papers-busy", Map.of("seconds", "5"), List.of());

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final PhotoStore photos;
    private final Papers papers;
    private final Editions editions;
    private final Meetings meetings;
    private final WorkerExecutor writer;
    private int underWay;

    public PaperRoutes(
            Vertx vertx,
            Caller caller,
            Relay relay,
            BoardHistory past,
            EntrySearch entries,
            Answers answers,
            LastingAnswers lasting,
            PhotoStore photos,
            Papers papers,
            HeadSignatures signatures) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.answers = answers;
        this.lasting = lasting;
        this.photos = photos;
        this.papers = papers;
        this.editions = new Editions(relay, past);
        this.meetings = new Meetings(vertx, past, entries, relay, signatures);
        // It only waits for the process that writes.
        this.writer = vertx.createSharedWorkerExecutor("papers", 1, 2, TimeUnit.MINUTES);
    }

    @Override
    public void on(Operations operations) {
        operations.on("readPaper", this::paper);
        operations.on("readPaperFile", this::file);
    }

    /** All that a paper is a function of, with the program; {@code contractor} is null for the town. */
    private record OfPaper(
            PaperKind kind,
            Editions.Of edition,
            ProjectId project,
            Long item,
            MilestoneId milestone,
            Author contractor) {}

    private record OfFile(OfPaper paper) {}

    void paper(RoutingContext context) {
        of(context)
                .onSuccess(of -> lasting.bytes(context, of, () -> known(of), paper -> paper))
                .onFailure(context::fail);
    }

    void file(RoutingContext context) {
        of(context)
                .compose(of -> known(of)
                        .map(json -> Json.read(new String(json, StandardCharsets.UTF_8), Paper.class))
                        .compose(paper -> answers.once(
                                        new OfFile(of),
                                        () -> docx(
                                                paper, of.edition().language().equals("en")))
                                .onSuccess(bytes -> Download.send(
                                        context,
                                        DOCX,
                                        paper.id() + "-" + paper.day() + ".docx",
                                        paper.title() + " (" + paper.day() + ").docx",
                                        bytes))))
                .onFailure(context::fail);
    }

    /** As JSON; that there is nothing of which to make it is known as well, and kept as no bytes. */
    private Future<byte[]> known(OfPaper of) {
        return answers.once(of, () -> made(of).map(Json::bytes).recover(PaperRoutes::nothing))
                .compose(json -> json.length == 0
                        ? Future.failedFuture(Problem.of(404, "paper-unwritten"))
                        : Future.succeededFuture(json));
    }

    private static Future<byte[]> nothing(Throwable fault) {
        return fault instanceof Unwritten || fault instanceof Problem problem && problem.status() == 404
                ? Future.succeededFuture(new byte[0])
                : Future.failedFuture(fault);
    }

    private Future<OfPaper> of(RoutingContext context) {
        RequestParams asked = RequestParams.of(context);
        PaperKind kind = PaperKind.of(asked.path("paper", id -> id)).orElse(null);
        ProjectId project = asked.text("project").map(ProjectId::new).orElse(null);
        Principal who = caller.of(context, each -> may(each, kind, project));
        if (kind == null) {
            throw Problem.of(404, "unknown-paper");
        }
        if (kind.ofProject() && project == null) {
            throw Problem.of(422, "paper-of-project");
        }
        return editions.of(asked, board -> YearMonth.from(board.day()))
                .map(of -> new OfPaper(
                        kind,
                        of,
                        project,
                        asked.number("item").orElse(null),
                        asked.text("milestone").map(MilestoneId::new).orElse(null),
                        who.role() == Role.CONTRACTOR ? who.author() : null));
    }

    /** The town all of them, a contractor those of its own project that are for the site. */
    private static boolean may(Principal who, PaperKind kind, ProjectId project) {
        return Scope.maySee(who, Sight.TABLES, null)
                || who.role() == Role.CONTRACTOR
                        && kind != null
                        && kind.forSite()
                        && project != null
                        && Scope.maySeeSite(who, project);
    }

    private Future<Paper> made(OfPaper of) {
        return past.present(of.edition().moment()).compose(then -> last(of).compose(last -> minutes(of, then)
                .compose(minutes -> vertx.executeBlocking(() -> made(of, then, last, minutes), false))));
    }

    private Paper made(OfPaper of, Present then, Board last, Meetings.Kept kept) {
        Roster roster = then.state().roster();
        return of.kind()
                .paper(
                        editions.edition(then, of.edition()),
                        new About(
                                of.project(),
                                of.item(),
                                of.milestone(),
                                last,
                                kept == null ? null : kept.minutes(),
                                kept == null ? null : kept.seal().text(),
                                kept == null ? null : kept.mark(),
                                grant -> roster.grants().containsKey(grant)
                                        ? roster.grants().get(grant).issued().company()
                                        : null,
                                of.contractor(),
                                grant -> relay.roster().isOf(grant, of.contractor())));
    }

    /** The board as the month before the paper's left it; null where the paper does not say what turned. */
    private Future<Board> last(OfPaper of) {
        return of.kind() == PaperKind.BULLETIN
                ? past.on(of.edition().month().minusMonths(1).atEndOfMonth()).compose(past::board)
                : Future.succeededFuture();
    }

    private Future<Meetings.Kept> minutes(OfPaper of, Present then) {
        if (of.kind() != PaperKind.MINUTES) {
            return Future.succeededFuture();
        }
        return of.item() == null || of.item() < 1 || of.item() > then.board().seq()
                ? Future.failedFuture(Problem.of(404, "paper-unwritten"))
                : meetings.held(of.item()).compose(held -> meetings.kept(held, then.board()));
    }

    private Future<byte[]> docx(Paper paper, boolean english) {
        if (underWay >= MOST) {
            return Future.failedFuture(BUSY);
        }
        underWay++;
        List<Future<byte[]>> pictures = new ArrayList<>();
        for (Paper.Picture each : paper.pictures()) {
            pictures.add(photos.read(each.project(), each.photo(), false)
                    .map(bytes -> bytes.map(Buffer::getBytes).orElse(new byte[0])));
        }
        return Future.all(pictures)
                .compose(read -> writer.executeBlocking(
                        () -> papers.docx(
                                paper,
                                english,
                                pictures.stream().map(Future::result).toList()),
                        true))
                .recover(fault -> Future.failedFuture(fault instanceof IOException ? BUSY : fault))
                .onComplete(done -> underWay--);
    }
}
