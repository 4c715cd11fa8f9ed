package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Who may do what, as a table: every operation of the contract × everybody. The project is {@code underpass}: wang's and
 * g-li's own, not zhao's and not g-park's. An operation that the contract has and the table has not fails.
 */
class ScopeIT {
    private static final List<String> EVERYBODY =
            List.of("nobody", "hall", "li", "wang", "zhao", "office", "g-li", "g-park");
    private static final String TOWN = "hall li wang zhao office";
    private static final Map<String, Row> TABLE = new LinkedHashMap<>();
    private static TestBoard board;

    private record Row(String method, String path, String body, Set<String> may) {}

    private static void row(String operation, String method, String path, String body, String may) {
        TABLE.put(operation, new Row(method, path, body, may.isEmpty() ? Set.of() : Set.of(may.split(" "))));
    }

    static {
        String project = "/api/projects/underpass";
        String still = "{\"kind\":\"still-true\"}";
        row(
                "openSession",
                "POST",
                "/api/session",
                "{\"name\":\"wang\",\"password\":\"wang-password\"}",
                "nobody " + TOWN + " g-li g-park");
        row("closeSession", "DELETE", "/api/session", null, "nobody " + TOWN + " g-li g-park");
        // It asks the cookie, which none of them brings: nobody is told that there is none.
        row("renewSession", "POST", "/api/session/renewal", null, "nobody " + TOWN + " g-li g-park");
        row(
                "changePassword",
                "POST",
                "/api/me/password",
                "{\"password\":\"wrong\",\"newPassword\":\"a-long-password\"}",
                "");
        row("readMe", "GET", "/api/me", null, TOWN + " g-li g-park");
        row("readMyLink", "GET", "/api/me/link", null, "g-li g-park");
        row("readDoor", "GET", "/api/door", null, "nobody " + TOWN + " g-li g-park");
        row("readMyLink", "GET", "/api/me/link", null, "g-li g-park");
        row("readToday", "GET", "/api/today", null, TOWN);
        row("readBoard", "GET", "/api/board", null, TOWN);
        row("readChanges", "GET", "/api/changes?from=2026-01-01", null, TOWN);
        row("readWaiting", "GET", "/api/waiting?party=manager", null, "li wang zhao office");
        row("readAgenda", "GET", "/api/agenda", null, TOWN);
        row("listMeetings", "GET", "/api/meetings", null, TOWN);
        row("readMinutes", "GET", "/api/meetings/1", null, TOWN);
        row("readLedger", "GET", "/api/ledger", null, "office");
        row("readAccessLog", "GET", "/api/access-log", null, "office");
        row("readDigest", "GET", "/api/digest", null, TOWN);
        row("readCurve", "GET", "/api/curve", null, TOWN);
        row("readSafety", "GET", "/api/safety", null, TOWN);
        row("readOc4ids", "GET", "/api/oc4ids", null, "li wang zhao office");
        row("readMap", "GET", "/api/map", null, TOWN);
        row("listMyFeeds", "GET", "/api/me/feeds", null, "li wang zhao office");
        row("addMyFeed", "POST", "/api/me/feeds", "{\"kind\":\"calendar\"}", "li wang zhao office");
        row("removeMyFeed", "DELETE", "/api/me/feeds/none", null, "li wang zhao office");
        row(
                "readCalendar",
                "GET",
                "/feeds/" + "A".repeat(43) + "/calendar.ics",
                null,
                "nobody " + TOWN + " g-li g-park");
        row("readNews", "GET", "/feeds/" + "A".repeat(43) + "/news.atom", null, "nobody " + TOWN + " g-li g-park");
        row("readPublic", "GET", "/api/public", null, "nobody " + TOWN + " g-li g-park");
        row("readOperator", "GET", "/api/operator", null, "nobody " + TOWN + " g-li g-park");
        row("readComplaintPage", "GET", "/complaints", null, "nobody " + TOWN + " g-li g-park");
        row("sendComplaint", "POST", "/complaints", "id=c-12345678", "nobody " + TOWN + " g-li g-park");
        row("readComplaintAnswer", "GET", "/complaints/c-12345678", null, "nobody " + TOWN + " g-li g-park");
        row("listComplaints", "GET", "/api/complaints", null, "office");
        row("answerComplaint", "PUT", "/api/complaints/c-12345678", "{\"closed\":true}", "office");
        row("readPublicPage", "GET", "/public", null, "nobody " + TOWN + " g-li g-park");
        row("readPublicProject", "GET", "/public/underpass", null, "nobody " + TOWN + " g-li g-park");
        row("readPublicBadge", "GET", "/public/underpass/badge", null, "nobody " + TOWN + " g-li g-park");
        row("readLedgerFile", "GET", "/api/ledger/csv", null, "office");
        row("listTables", "GET", "/api/tables", null, "li wang zhao office");
        row("readTable", "GET", "/api/tables/project-list", null, "li wang zhao office");
        row("readTableFile", "GET", "/api/tables/project-list/xlsx", null, "li wang zhao office");
        row("readBurden", "GET", "/api/burden", null, "li wang zhao office");
        row("listForms", "GET", "/api/forms", null, "li wang zhao office");
        row("sendForm", "POST", "/api/forms/files?name=x", "no form", "office");
        row("readFormFile", "GET", "/api/forms/files/" + "0".repeat(64), null, "office");
        row(
                "tryForm",
                "POST",
                "/api/forms/trial",
                "{\"file\":\"" + "0".repeat(64) + "\",\"sheets\":[{\"sheet\":\"x\"}]}",
                "office");
        row("readForm", "GET", "/api/forms/x", null, "li wang zhao office");
        row("readFormWorkbook", "GET", "/api/forms/x/xlsx", null, "li wang zhao office");
        row("readPaper", "GET", "/api/papers/confirmation?project=underpass", null, "li wang zhao office g-li");
        row("readPaperFile", "GET", "/api/papers/bulletin/docx", null, "li wang zhao office");
        row("readRules", "GET", "/api/rules", null, "li wang zhao office");
        row(
                "previewRules",
                "POST",
                "/api/board/preview",
                "{\"id\":\"x\",\"name\":{\"zh\":\"一\",\"en\":\"x\"}}",
                "li wang zhao office");
        row("readTemplates", "GET", "/api/templates", null, "wang zhao office");
        row(
                "previewPlans",
                "POST",
                "/api/plans/preview",
                "{\"plans\":[{\"project\":\"underpass\",\"template\":\"road\",\"start\":\"2026-01-01\",\"finish\":\"2026-12-31\"}]}",
                "wang zhao office");
        row("readProject", "GET", project, null, TOWN + " g-li");
        row("readEntries", "GET", "/api/entries?project=underpass", null, TOWN + " g-li");
        row("readFirstSteps", "GET", "/api/first-steps", null, "office");
        row("readPinyin", "POST", "/api/pinyin", "{\"names\":[\"桩基\"]}", "wang zhao office");
        row("readNames", "GET", "/api/names", null, "li wang zhao office");
        row("readMessage", "POST", "/api/messages", "{\"text\":\"顶进完成62%\"}", "wang zhao office");
        row("proposeProjectId", "GET", "/api/project-ids?name=%E6%A1%A5", null, "office");
        row("readSheet", "POST", "/api/sheets", "no list", "office");
        row("readSchedule", "POST", project + "/schedules", "no schedule", "wang office");
        row("readArchive", "GET", "/api/archive", null, "office");
        row("readPetitions", "GET", project + "/petitions", null, "li wang office");
        row("readPhoto", "GET", project + "/photos/" + "0".repeat(32), null, TOWN + " g-li");
        row("postUpdate", "POST", project + "/updates", still, "wang office g-li");
        row("postUpdates", "POST", project + "/updates:batch", "{\"updates\":[" + still + "]}", "wang office g-li");
        row("sendPhoto", "POST", project + "/photos", "no photo", "li wang office g-li");
        row(
                "postBoardUpdate",
                "POST",
                "/api/updates",
                "{\"kind\":\"weighting-chosen\",\"weighting\":\"set\"}",
                "office");
        row("listGrants", "GET", project + "/grants", null, "wang office");
        row(
                "issueGrant",
                "POST",
                project + "/grants",
                "{\"contractor\":\"甲\",\"company\":\"乙\",\"milestones\":[\"pit\"],\"days\":3}",
                "wang office");
        row(
                "issueInvitation",
                "POST",
                "/api/invitations",
                "{\"contractor\":\"甲\",\"company\":\"乙\",\"projects\":[{\"project\":\"underpass\",\"milestones\":[\"pit\"]}],\"days\":3}",
                "wang office");
        // Of who may not, nobody is told whether there is such an invitation: that, InvitationIT looks at.
        row("linkInvitation", "POST", "/api/invitations/none/link", null, "");
        row("linkGrant", "POST", "/api/grants/g-li/link", null, "wang office");
        row("revokeGrant", "DELETE", "/api/grants/g-zhou", null, "wang office");
        row("listScreens", "GET", "/api/screens", null, "office");
        row("issueScreen", "POST", "/api/screens", "{\"name\":\"新\"}", "office");
        row("revokeScreen", "DELETE", "/api/screens/none", null, "office");
        row("openPairing", "POST", "/api/pairings", null, "nobody " + TOWN + " g-li g-park");
        // A secret that nobody has is over, for everybody.
        row(
                "takePairing",
                "POST",
                "/api/pairings/token",
                "{\"deviceCode\":\"" + "A".repeat(43) + "\"}",
                "nobody " + TOWN + " g-li g-park");
        row("approvePairing", "POST", "/api/pairings/approval", "{\"userCode\":\"none\",\"name\":\"新\"}", "office");
        row("listPeople", "GET", "/api/people", null, "office");
        row(
                "addPerson",
                "POST",
                "/api/people",
                "{\"person\":\"xin\",\"name\":\"新\",\"role\":\"leader\",\"password\":\"a-long-password\"}",
                "office");
        row("listReceivers", "GET", "/api/receivers", null, "office");
        row(
                "saveReceiver",
                "PUT",
                "/api/receivers/none",
                "{\"name\":\"群\",\"channel\":\"wecom\",\"what\":[\"lamp\"],\"workdays\":true,\"english\":false}",
                "office");
        row("removeReceiver", "DELETE", "/api/receivers/none", null, "office");
        row("testReceiver", "POST", "/api/receivers/none/tests", null, "office");
        row("readOutbox", "GET", "/api/outbox", null, "office");
        row("sendAgain", "POST", "/api/outbox/1/again", null, "office");
        row("readMyMail", "GET", "/api/me/mail", null, "li wang zhao office");
        row(
                "saveMyMail",
                "PUT",
                "/api/me/mail",
                "{\"what\":[\"lamp\"],\"workdays\":true,\"english\":false}",
                "li wang zhao office");
        row("removeMyMail", "DELETE", "/api/me/mail", null, "li wang zhao office");
        row("testMyMail", "POST", "/api/me/mail/tests", null, "li wang zhao office");
        row("readMyOutbox", "GET", "/api/me/outbox", null, "li wang zhao office");
        row("resetPassword", "POST", "/api/people/zhao/password", "{\"password\":\"a-long-password\"}", "office");
    }

    /** The operations at which this one gets in. */
    static Set<String> of(String who) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue().may().contains(who))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static String token(String who) {
        return switch (who) {
            case "nobody" -> null;
            case "hall" -> board.screen(who);
            case "g-li", "g-park" -> board.contractor(who);
            default -> board.person(who);
        };
    }

    static Stream<String> operations() {
        return TABLE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void only_who_is_in_the_table_gets_in(String operation) throws Exception {
        Row row = TABLE.get(operation);
        Set<String> in = new LinkedHashSet<>();
        for (String who : EVERYBODY) {
            var answer = board.as(token(who))
                    .send(
                            row.method(),
                            row.path(),
                            row.body(),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            assertTrue(answer.status() < 500, () -> who + " " + answer.raw().body());
            // Which grants there are is not for others to find out: to them it is not there.
            boolean hidden =
                    (operation.endsWith("Grant") || operation.equals("linkInvitation")) && answer.status() == 404;
            if (answer.status() != 401 && answer.status() != 403 && !hidden) {
                in.add(who);
            }
        }
        assertEquals(row.may(), in);
    }

    @Test
    void every_operation_of_the_contract_is_in_the_table() throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> contract =
                new Yaml().load(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        Set<String> operations = contract.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .map(operation -> (String) operation.get("operationId"))
                .collect(Collectors.toSet());
        assertEquals(operations, TABLE.keySet());
    }

    @ParameterizedTest(name = "{0} is open to {1}")
    @CsvSource({"board.live, hall li wang zhao office", "project.underpass.live, hall li wang zhao office g-li"})
    void the_bridges_addresses_too(String address, String may) throws Exception {
        Set<String> in = new LinkedHashSet<>();
        for (String who : EVERYBODY) {
            String project = address.equals("board.live") ? null : "underpass";
            String token = who.equals("nobody") ? "none" : token(who);
            TestViewer viewer = new TestViewer(board.port(), token, project).connect();
            TestBoard.await(
                    who + " is let in or refused",
                    () -> viewer.seq() > 0 || !viewer.refusals().isEmpty());
            if (viewer.refusals().isEmpty()) {
                in.add(who);
            }
        }
        assertEquals(Set.copyOf(Arrays.asList(may.split(" "))), in);
    }
}
