package io.guatu.http.route;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.board.ProjectView;
import io.guatu.board.fold.Project;
import io.guatu.command.Acts;
import io.guatu.domain.BlockerUpdate.PetitionsCounted;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Json;
import io.guatu.relay.Relay;
import io.guatu.state.State;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reading one project with what its card leaves out, and those that left the board. */
public final class ProjectRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final Clock clock;

    public ProjectRoutes(Vertx vertx, Caller caller, Relay relay, Clock clock) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readProject", this::project);
        operations.on("readArchive", this::archive);
        operations.on("readPetitions", this::petitions);
    }

    /** With what this reader may tell of it now. */
    record Readable<V>(@JsonUnwrapped V view, Acts acts) {}

    void project(RoutingContext context) {
        ProjectId id = RequestParams.of(context).path("project", ProjectId::new);
        Principal who = caller.of(context, principal -> Scope.maySeeSite(principal, id));
        Board board = relay.board();
        Project project = onBoard(board, id);
        State state = relay.now().state();
        Instant now = clock.instant();
        context.response().putHeader(HttpHeaders.ETAG, "\"" + project.projectSeq() + "\"");
        // What a project has told in years may be read from a snapshot first: not on the event loop.
        vertx.executeBlocking(
                        () -> {
                            ProjectView whole = ProjectView.of(
                                    board, project, state.roster().managersOf(id));
                            Acts acts = Acts.of(state, who, id, now, board.zone());
                            return Json.bytes(
                                    Scope.maySeeBoard(who)
                                            ? new Readable<>(whole, acts)
                                            : new Readable<>(site(board, state, whole, project, who), acts));
                        },
                        false)
                .onSuccess(bytes -> Reply.encoded(context, bytes))
                .onFailure(context::fail);
    }

    private static ProjectView.Site site(Board board, State state, ProjectView whole, Project project, Principal who) {
        return ProjectView.Site.of(
                whole, project, who.author(), grant -> state.roster().isOf(grant, who.author()), board.terms());
    }

    record Archived(ProjectId id, long seq, long projectSeq, Name name) {}

    void archive(RoutingContext context) {
        caller.of(context, who -> Scope.mayTell(who, ProjectRestored.class, null));
        List<Archived> projects = relay.board().projects().byId().values().stream()
                .filter(project -> project.profile().archived())
                .map(project -> new Archived(
                        project.id(),
                        project.seq(),
                        project.projectSeq(),
                        project.profile().name()))
                .toList();
        Reply.json(context, 200, Map.of("projects", projects));
    }

    void petitions(RoutingContext context) {
        ProjectId id = RequestParams.of(context).path("project", ProjectId::new);
        caller.of(context, who -> Scope.maySee(who, Sight.PETITIONS, id));
        PetitionsCounted counted = onBoard(relay.board(), id).blockers().petitions();
        Map<String, Object> answer = new HashMap<>();
        if (counted != null) {
            answer.put("level", counted.level());
            answer.put("open", counted.open());
            answer.put("asOf", counted.asOf());
        }
        Reply.json(context, 200, answer);
    }

    /** @throws Problem 404 when the board does not show it */
    static Project onBoard(Board board, ProjectId id) {
        return board.projects()
                .find(id)
                .filter(project -> board.cards().containsKey(id))
                .orElseThrow(() -> Problem.of(404, "unknown-project"));
    }
}
