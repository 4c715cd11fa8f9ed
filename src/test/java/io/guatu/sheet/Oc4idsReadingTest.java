package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.board.Board;
import io.guatu.board.Entries;
import io.guatu.board.Sets;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Cause;
import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.Money;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.exchange.Oc4ids;
import io.guatu.ledger.Json;
import io.guatu.sheet.Proposal.Change;
import io.guatu.sheet.Proposal.State;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects in OC4IDS, read beside the board. */
class Oc4idsReadingTest {
    private static final Path EXAMPLE = Path.of("../shared/data/oc4ids/example.json");
    private static final String PIPE = """
            {"id":"oc4ids-abcdef-7","title":"污水管网","status":"implementation","type":"construction","sector":["waterAndWaste"],
            "description":"管网12公里","period":{"startDate":"2026-03-01T00:00:00Z","endDate":"2027-06-30T23:59:59Z"},
            "implementationPeriod":{"startDate":"2026-04-01T00:00:00+08:00"},
            "budget":{"amount":{"amount":56005000.4,"currency":"CNY"},"requestDate":"2026-01-01T00:00:00Z"},
            "identifiers":[{"scheme":"CN-NDRC","id":"2603-340881-04-01-123456"}],
            "locations":[{"id":"1","description":"街道东段","geometry":{"type":"Point","coordinates":[116.97,30.94]}}],
            "parties":[{"id":"1","name":"水务公司","roles":["buyer"]},{"id":"2","name":"李工","roles":["supplier"]}],
            "milestones":[{"id":"1","title":"立项","dueDate":"2026-02-01T00:00:00Z"}],
            "metrics":[{"id":"investment","observations":[{"id":"2026-05","period":{"startDate":"2026-04-30T16:00:00Z",
            "endDate":"2026-05-31T15:59:59Z"},"value":{"amount":1200000,"currency":"CNY"}}]}],
            "contractingProcesses":[{"id":"x","summary":{"ocid":"y"}}]}""";

    private final Entries entries =
            Entries.road(Stage.IMPLEMENTATION).plan("base", 60, -90, 30).plan("surface", 40, 31, 90);

    @Test
    void a_project_that_is_new_is_opened_with_all_that_is_understood() throws NotASheet {
        Reading reading = read(PIPE);
        assertEquals(Reading.Format.OC4IDS, reading.format());
        Proposal pipe = reading.projects().get(0);
        assertEquals(State.NEW, pipe.state());
        assertEquals("wu-shui-guan-wang", pipe.id().value());
        assertEquals("""
                [{"kind":"project-opened","name":{"zh":"污水管网"},"sector":"waterAndWaste","projectKind":"works",\
                "stage":"implementation","owner":"水务公司"},\
                {"kind":"project-described","code":"2603-340881-04-01-123456","place":"街道东段","content":"管网12公里",\
                "nature":"新建","begins":"2026-03-01","ends":"2027-06-30"},\
                {"kind":"landmark-reached","landmark":"start","on":"2026-04-01"},\
                {"kind":"investment-planned","total":5600.5},\
                {"kind":"investment-completed","month":"2026-05","completed":120},\
                {"kind":"project-placed","site":{"latitude":30.94,"longitude":116.97},"system":"wgs-84"}]""", said(pipe));
        assertEquals(Map.of("step-new", "/milestones/0"), faults(pipe));
        assertEquals(
                List.of("budget/requestDate", "contractingProcesses", "parties"),
                reading.skipped().stream().map(Skipped::text).toList());
        tell(reading);
        Reading again = read(PIPE);
        assertEquals(List.of(State.SAME), states(again));
        assertEquals(List.of(), again.projects().get(0).updates());
    }

    @Test
    void what_is_written_is_read_as_it_was() throws NotASheet {
        tell(read(PIPE));
        report("base", 100, -10);
        String written = Oc4ids.of(board(), null, Instant.EPOCH).toString();
        Reading reading = read(written);
        assertEquals(
                List.of(State.SAME, State.SAME),
                states(reading),
                reading.projects().toString());
        assertEquals(Set.of(), reading.questions());
        StringBuilder lines = new StringBuilder();
        Json.read(written, JsonNode.class).path("projects").forEach(project -> lines.append(project)
                .append('\n'));
        assertEquals(List.of(State.SAME, State.SAME), states(read(lines.toString())));
    }

    /** A contract, varied once, and one whose variation the board does not know yet. */
    @Test
    void a_contract_is_read_with_its_variations_as_it_was_written() throws NotASheet {
        entries.add(
                -60,
                Entries.MANAGER,
                Entries.ROAD,
                new ContractSigned(
                        "GT-1", "路基施工", "桐建公司", Money.of(BigDecimal.valueOf(1860)), Entries.TODAY.minusDays(61), null));
        entries.add(
                -20,
                Entries.MANAGER,
                Entries.ROAD,
                new ContractVaried("GT-1", Money.of(BigDecimal.valueOf(1900)), Entries.TODAY.minusDays(20), "增加降水井"));
        JsonNode written = Oc4ids.of(board(), null, Instant.EPOCH);
        assertEquals(
                "18600000",
                written.at("/projects/0/contractingProcesses/0/summary/contractValue/amount")
                        .asText());
        Reading same = read(written.toString());
        assertEquals(List.of(State.SAME), states(same), same.projects().toString());
        assertTrue(same.skipped().stream().noneMatch(left -> left.text().startsWith("contractingProcesses")));
        String varied = written.toString()
                .replace(
                        "\"modifications\":[",
                        "\"modifications\":[{\"date\":\"2026-01-01T00:00:00+08:00\",\"rationale\":\"复核\",\"newContractValue\":{\"amount\":1,\"currency\":\"CNY\"}},");
        assertEquals(List.of(State.SAME), states(read(varied)), "a past that is told otherwise is not gone on from");
        String other = written.toString().replace("\"externalReference\":\"GT-1\"", "\"externalReference\":\"GT-2\"");
        Proposal second = read(other).projects().get(0);
        assertEquals("""
                [{"kind":"contract-signed","number":"GT-2","title":"路基施工","party":"桐建公司","amount":1860,"on":"%s"},\
                {"kind":"contract-varied","number":"GT-2","amount":1900,"on":"%s","reason":"增加降水井"}]""".formatted(day(-61), day(-20)), said(second));
        tell(read(other));
        assertEquals(List.of(State.SAME), states(read(other)));
    }

    @Test
    void a_milestone_moves_with_a_cause_and_is_finished_when_the_file_says_so() throws NotASheet {
        String road = """
                {"id":"guatu-road","title":"道路","milestones":[
                {"id":"base","title":"路基","status":"met","dueDate":"%s","dateMet":"%s"},
                {"id":"surface","title":"面层","status":"scheduled","dueDate":"%s"}]}""".formatted(day(30), day(-3), day(120));
        Reading asks = read(road);
        assertEquals(Set.of("cause"), asks.questions());
        assertEquals(List.of(State.UNCLEAR), states(asks));
        Reading told = read(road, why(Cause.WEATHER, null));
        assertEquals(List.of(State.CHANGED), states(told));
        assertEquals("""
                [{"kind":"progress-reported","milestone":"base","percent":100,"asOf":"%s"},\
                {"kind":"forecast-moved","milestone":"surface","forecast":"%s","cause":"weather"}]""".formatted(day(-3), day(120)), said(told.projects().get(0)));
        List<Change> changes = told.projects().get(0).changes();
        assertEquals(
                List.of(Field.MET, Field.DUE),
                changes.stream().map(Change::field).toList());
        assertEquals("/milestones/1", changes.get(1).place());
        assertEquals(day(90), changes.get(1).before().toString());
        assertEquals(Set.of("reason"), read(road, why(Cause.OTHER, null)).questions());
        tell(told);
        assertEquals(List.of(State.SAME), states(read(road)));
        assertEquals(Set.of("reason"), read(road.replace(day(-3), day(-4))).questions());
        Proposal open = read(road.replace("\"status\":\"met\"", "\"status\":\"notMet\"")
                        .replace(",\"dateMet\":\"" + day(-3) + "\"", ""))
                .projects()
                .get(0);
        assertEquals(State.SAME, open.state());
        assertEquals(Map.of("step-open", "/milestones/0"), without(faults(open), "step-name"));
    }

    @Test
    void a_project_without_a_plan_gets_one_of_its_milestones_where_a_person_agrees() throws NotASheet {
        String pipe = PIPE.replace(
                "\"milestones\":[",
                "\"milestones\":[{\"id\":\"B\",\"title\":\"试压\",\"dueDate\":\"2027-06-30\",\"status\":\"scheduled\"},"
                        + "{\"id\":\"沟槽\",\"title\":\"沟槽开挖\",\"dueDate\":\"2026-10-31\",\"status\":\"met\",\"dateMet\":\"2026-01-20\"},"
                        + "{\"id\":\"x\",\"title\":\"移交\"},");
        assertEquals(Set.of("plan"), read(pipe).questions());
        Answers none = planned(Answers.Plan.NONE);
        assertEquals(Set.of(), read(pipe, none).questions());
        assertFalse(said(read(pipe, none).projects().get(0)).contains("milestone-planned"));
        Reading reading = read(pipe, planned(Answers.Plan.EVEN));
        Proposal even = reading.projects().get(0);
        assertEquals(Set.of(), reading.questions());
        assertEquals(Map.of("step-new", "/milestones/2"), faults(even), "nobody says when");
        assertTrue(said(even).contains("""
                {"kind":"milestone-planned","milestone":"1","name":{"zh":"立项"},"weight":33.33,"start":"2026-02-01","finish":"2026-02-01"},\
                {"kind":"milestone-planned","milestone":"gou-cao-kai-wa","name":{"zh":"沟槽开挖"},"weight":33.33,"start":"2026-01-20","finish":"2026-10-31"},\
                {"kind":"milestone-planned","milestone":"b","name":{"zh":"试压"},"weight":33.34,"start":"2026-11-01","finish":"2027-06-30"},\
                {"kind":"progress-reported","milestone":"gou-cao-kai-wa","percent":100,"asOf":"2026-01-20"},"""), said(even));
        tell(reading);
        Reading again = read(pipe);
        assertEquals(List.of(State.SAME), states(again));
        assertEquals(Set.of(), again.questions());
    }

    @Test
    void days_that_were_known_move_with_a_reason() throws NotASheet {
        tell(read(PIPE));
        String later = PIPE.replace("2027-06-30T23:59:59Z", "2027-09-30T23:59:59Z");
        assertEquals(Set.of("reason"), read(later).questions());
        assertEquals(List.of(State.CHANGED), states(read(later, why(null, "概算批复调整"))));
        String more = PIPE.replace("\"amount\":1200000", "\"amount\":1300000");
        assertEquals(Set.of("reason"), read(more).questions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"currency\":\"CNY\"},\"requestDate\" | \"currency\":\"GBP\"},\"requestDate\" | currency | /budget/amount",
                "56005000.4 | \"5600\" | type | /budget/amount/amount",
                "56005000.4 | -1 | amount | /budget/amount/amount",
                "56005000.4 | 1e999999999 | amount | /budget/amount/amount",
                "2026-03-01T00:00:00Z | 01/03/2026 | date | /period/startDate",
                "2026-04-01T00:00:00+08:00 | 2036-04-01T00:00:00+08:00 | future | /implementationPeriod/startDate",
                "2026-05-31T15:59:59Z | 2026-06-30T15:59:59Z | month | /metrics/0/observations/0/period",
                "\"construction\" | \"decommissioning\" | nature | /type",
                "\"status\":\"implementation\" | \"status\":\"decommissioned\" | stage | /status",
                "waterAndWaste | water1 | sector | /sector/0",
                "116.97 | 216.97 | place | /locations/0/geometry/coordinates",
                "街道东段 | 街\\u0007段 | signs | /locations/0/description"
            })
    void what_is_not_understood_is_named_by_its_path(String right, String wrong, String code, String path)
            throws NotASheet {
        Answers known = new Answers(
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                "economy",
                Stage.PREPARATION,
                Map.of(),
                null,
                null,
                null);
        Proposal proposal = read(PIPE.replace(right, wrong), known).projects().get(0);
        assertEquals(path, faults(proposal).get(code), proposal.faults().toString());
        assertEquals(State.NEW, proposal.state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"projects\":[{\"title\":\"a\" | JSON_UNREADABLE",
                "{\"projects\":[]} | SHEET_EMPTY",
                "[{]} | JSON_UNREADABLE"
            })
    void what_is_broken_off_or_empty_is_called_so(String file, NotASheet.Why why) {
        assertEquals(why, assertThrows(NotASheet.class, () -> read(file)).why());
    }

    @Test
    void what_is_no_project_at_all_is_named_and_the_others_go_on() throws NotASheet {
        Reading reading = read("[{\"id\":7},3," + PIPE + "," + PIPE + "]");
        assertEquals(List.of(State.NEW), states(reading));
        assertEquals(
                List.of("no-name /0/title", "type /0/id", "no-name /1/title", "twice /3/title"),
                reading.faults().stream()
                        .map(fault -> fault.code() + " " + fault.place())
                        .toList());
    }

    @Test
    void the_published_example_goes_in_comes_out_and_is_the_same() throws Exception {
        assumeTrue(Files.exists(EXAMPLE), "the example of OC4IDS does not lie beside the project: nothing to read");
        String example = Files.readString(EXAMPLE);
        Reading reading = read(example);
        Proposal motorway = reading.projects().get(0);
        assertEquals(State.NEW, motorway.state(), motorway.toString());
        assertTrue(said(motorway).contains("\"stage\":\"completed\"")
                && said(motorway).contains("transport.road"));
        assertEquals("/projects/0/budget/amount", faults(motorway).get("currency"));
        assertTrue(reading.skipped().stream().anyMatch(left -> left.text().equals("contractingProcesses")));
        tell(reading);
        assertEquals(List.of(State.SAME), states(read(example)));
        String written = Oc4ids.of(board(), null, Instant.EPOCH).toString();
        assertEquals(List.of(State.SAME, State.SAME), states(read(written)), written);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-01",
        "2026-02-28T16:00:00Z, 2026-03-01",
        "2026-03-01T15:59:59Z, 2026-03-01",
        "2026-03-01T23:59:59.999Z, 2026-03-01",
        "2026-03-01T00:00:00-05:00, 2026-03-01",
        "2026-03-01, 2026-03-01",
        "2026-02-30, ",
        "yesterday, "
    })
    void a_day_is_the_one_that_is_written_or_else_the_one_that_it_was_here(String instant, LocalDate day) {
        assertEquals(day, Oc4idsWords.day(instant, Entries.ZONE).orElse(null));
        assertEquals(
                Entries.TODAY,
                Oc4idsWords.day(Oc4idsWords.end(Entries.TODAY, ZoneId.of("UTC")), ZoneId.of("UTC"))
                        .orElseThrow());
    }

    private Board board() {
        return Board.of(
                new UUID(0, 0),
                Entries.TODAY,
                Entries.ZONE,
                Sets.named("daguan-1"),
                Projects.NONE.after(entries.all()));
    }

    private Reading read(String file) throws NotASheet {
        return read(file, Answers.NONE);
    }

    private Reading read(String file, Answers answers) throws NotASheet {
        return Reading.of(file.getBytes(StandardCharsets.UTF_8), answers, Present.of(board()));
    }

    /** As if a person had told the board all of it. */
    private void tell(Reading reading) {
        for (Proposal proposal : reading.projects()) {
            for (Update update : proposal.updates()) {
                entries.add(0, Entries.OFFICE, proposal.id(), update);
            }
        }
    }

    private void report(String milestone, int percent, int day) {
        entries.report(day, Entries.MANAGER, milestone, percent, null);
    }

    private static String day(int days) {
        return Entries.TODAY.plusDays(days).toString();
    }

    private static Answers why(Cause cause, String reason) {
        return new Answers(null, null, Map.of(), Map.of(), null, null, null, null, null, Map.of(), reason, cause, null);
    }

    private static Answers planned(Answers.Plan plan) {
        return new Answers(null, null, Map.of(), Map.of(), null, null, null, null, null, Map.of(), null, null, plan);
    }

    private static String said(Proposal proposal) {
        return proposal.updates().stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<State> states(Reading reading) {
        return reading.projects().stream().map(Proposal::state).toList();
    }

    private static Map<String, String> faults(Proposal proposal) {
        return proposal.faults().stream().collect(Collectors.toMap(Fault::code, Fault::place, (one, other) -> one));
    }

    private static Map<String, String> without(Map<String, String> faults, String code) {
        return faults.entrySet().stream()
                .filter(each -> !each.getKey().equals(code))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
