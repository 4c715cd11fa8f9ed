package io.guatu.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;

/** Who answers each operation of the contract. A request reaches its handler only when the contract allows it. */
final class Operations {
    private Operations() {}

    static Router router(
            Api.Rooms rooms,
            Caller caller,
            Submissions submissions,
            PhotoRoutes photos,
            OpenAPIContract contract,
            Problems problems) {
        Links links = new Links(rooms.tokens());
        BoardRoutes board =
                new BoardRoutes(rooms.vertx(), caller, rooms.relay(), rooms.past(), rooms.frames(), rooms.rules());
        ProjectRoutes projects = new ProjectRoutes(caller, rooms.relay());
        EntryRoutes entries = new EntryRoutes(caller, rooms.relay(), rooms.ledger(), rooms.chain());
        MeetingRoutes meetings = new MeetingRoutes(rooms.vertx(), caller, rooms.relay(), rooms.past(), rooms.ledger());
        UpdateRoutes updates = new UpdateRoutes(caller, submissions);
        GrantRoutes grants = new GrantRoutes(caller, submissions, rooms.relay(), rooms.uses(), links, rooms.clock());
        ScreenRoutes screens =
                new ScreenRoutes(caller, submissions, rooms.relay(), rooms.heartbeats(), links, rooms.clock());
        PeopleRoutes people =
                new PeopleRoutes(caller, submissions, rooms.relay(), rooms.credentials(), rooms.passwords());
        SessionRoutes sessions = new SessionRoutes(
                caller,
                submissions,
                rooms.relay(),
                rooms.credentials(),
                rooms.sessions(),
                rooms.passwords(),
                rooms.tokens(),
                rooms.refreshTokens(),
                rooms.clock());

        RouterBuilder builder = RouterBuilder.create(rooms.vertx(), contract, new PlainRequestExtractor());
        handle(builder, problems, "openSession", sessions::open);
        handle(builder, problems, "renewSession", sessions::renew);
        handle(builder, problems, "closeSession", sessions::close);
        handle(builder, problems, "changePassword", sessions::changePassword);
        handle(builder, problems, "readMe", people::me);
        handle(builder, problems, "listPeople", people::list);
        handle(builder, problems, "addPerson", people::add);
        handle(builder, problems, "resetPassword", people::reset);
        handle(builder, problems, "readDoor", board::door);
        handle(builder, problems, "readBoard", board::board);
        handle(builder, problems, "readProject", projects::project);
        handle(builder, problems, "readArchive", projects::archive);
        handle(builder, problems, "readPetitions", projects::petitions);
        handle(builder, problems, "readChanges", board::changes);
        handle(builder, problems, "readCurve", board::curve);
        handle(builder, problems, "readSafety", board::safety);
        handle(builder, problems, "readRules", board::rules);
        handle(builder, problems, "previewRules", board::preview);
        handle(builder, problems, "readAgenda", meetings::agenda);
        handle(builder, problems, "listMeetings", meetings::list);
        handle(builder, problems, "readMinutes", meetings::minutes);
        handle(builder, problems, "readEntries", entries::list);
        handle(builder, problems, "readLedger", entries::ledger);
        handle(builder, problems, "postUpdate", updates::post);
        handle(builder, problems, "postUpdates", updates::postBatch);
        handle(builder, problems, "postBoardUpdate", updates::postToBoard);
        handle(builder, problems, "sendPhoto", photos::receive);
        handle(builder, problems, "readPhoto", photos::read);
        handle(builder, problems, "listGrants", grants::list);
        handle(builder, problems, "issueGrant", grants::issue);
        handle(builder, problems, "linkGrant", grants::link);
        handle(builder, problems, "revokeGrant", grants::revoke);
        handle(builder, problems, "listScreens", screens::list);
        handle(builder, problems, "issueScreen", screens::issue);
        handle(builder, problems, "revokeScreen", screens::revoke);
        return builder.createRouter();
    }

    private static void handle(
            RouterBuilder builder, Problems problems, String operation, Handler<RoutingContext> handler) {
        builder.getRoute(operation).addHandler(handler).addFailureHandler(problems);
    }
}
