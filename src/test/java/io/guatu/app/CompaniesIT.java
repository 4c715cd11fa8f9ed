package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a company finds of its own, and of nobody else. */
class CompaniesIT extends TownCase {
    @Test
    void companies_never_see_each_other() throws Exception {
        long zhous = as("g-zhou")
                .tell("underpass", report("jacking", 50))
                .taken()
                .json()
                .path("seq")
                .asLong();
        as("wang")
                .tell("underpass", "{\"kind\":\"progress-returned\",\"report\":" + zhous + ",\"reason\":\"再报\"}")
                .taken();
        String lis = as("g-li").get("/api/entries?project=underpass").raw().body();
        assertFalse(lis.contains("周工") || lis.contains("安路公司"), lis);
        String card = as("g-li").get("/api/projects/underpass").raw().body();
        assertFalse(card.contains("周工") || card.contains("安路公司") || card.contains("\"pending\":["), card);
        assertEquals(403, as("g-li").get("/api/projects/park").status());
        assertEquals(403, as("g-li").get("/api/entries?project=park").status());
        assertEquals(403, as("g-li").get("/api/entries").status());
        var zhou = as("g-zhou")
                .get("/api/entries?project=underpass&order=desc&limit=1")
                .json()
                .path("entries");
        assertEquals(
                "progress-returned", zhou.get(0).path("update").path("kind").asText());
    }

    @Test
    void a_companys_newest_entries_come_first_however_long_the_projects_history_is() throws Exception {
        try (TestBoard own = TestBoard.start()) {
            TestBoard.execute(own.database(), """
                    INSERT INTO guatu.entry
                    SELECT h.seq + n, 'underpass', p.seq + n, h.at, 'wang', 'MANAGER', '王', NULL, 'still-true',
                           '{"kind":"still-true"}', repeat('0', 64)
                    FROM guatu.head h, generate_series(1, 20001) n,
                         (SELECT max(project_seq) AS seq FROM guatu.entry WHERE project = 'underpass') p;
                    UPDATE guatu.head SET seq = seq + 20001, seal = repeat('0', 64)
                    """);
            TestClient li = own.as(own.contractor("g-li"));
            long early = seq(li.tell("underpass", report("jacking", 30)));
            long told = seq(li.tell("underpass", report("jacking", 31)));
            long answered = seq(own.as(own.person("wang"))
                    .tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + told + "}"));
            String entries = "/api/entries?project=underpass";
            assertEquals(List.of(answered, told), seqs(li.get(entries + "&order=desc&limit=2")));
            assertEquals(List.of(early), seqs(li.get(entries + "&limit=1&before=" + told)));
            assertEquals(List.of(told, answered), seqs(li.get(entries + "&after=" + early)));
            assertEquals(List.of(), seqs(own.as(own.contractor("g-zhou")).get(entries + "&after=" + (early - 1))));
        }
    }

    @Test
    void a_company_gets_its_own_entries_the_answers_to_them_and_the_notices_to_it() throws Exception {
        TestClient wang = as("wang");
        TestClient li = as("g-li");
        long before = told(wang, "{'kind':'still-true'}");
        long raised = told(li, "{'kind':'blocker-raised','factor':'land','text':'未签'}");
        long towns = told(wang, "{'kind':'blocker-raised','factor':'permits','text':'未批'}");
        long cleared = told(wang, "{'kind':'blocker-cleared','blocker':" + raised + ",'how':'已签'}");
        told(wang, "{'kind':'blocker-cleared','blocker':" + towns + ",'how':'已批'}");
        List<Long> lis = new ArrayList<>(List.of(raised, cleared));
        for (String grant : List.of("g-li", "g-zhou")) {
            long hazard = told(as("office"), "{'kind':'hazard-found','severity':'general','place':'坑','text':'无'}");
            long notice = told(
                    wang,
                    "{'kind':'notice-issued','number':'本司" + grant + "','hazards':[" + hazard
                            + "],'deadline':'2099-01-01','grant':'" + grant + "'}");
            long rectified = told(as(grant), "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'好'}");
            long rechecked = told(wang, "{'kind':'hazard-rechecked','hazard':" + hazard + ",'passed':true}");
            if (grant.equals("g-li")) {
                lis.addAll(List.of(notice, rectified, rechecked));
            } else {
                assertEquals(
                        List.of(notice, rectified, rechecked),
                        seqs(as("g-zhou").get("/api/entries?project=underpass&after=" + before)));
            }
        }
        assertEquals(lis, seqs(li.get("/api/entries?project=underpass&after=" + before)));
    }

    private static long told(TestClient who, String update) throws Exception {
        return seq(who.tell("underpass", update.replace('\'', '"')));
    }

    private static long seq(TestClient.Answer told) {
        assertEquals(201, told.status(), told.raw().body());
        return told.json().path("seq").asLong();
    }

    private static List<Long> seqs(TestClient.Answer found) {
        assertEquals(200, found.status(), found.raw().body());
        return found.json().path("entries").findValues("seq").stream()
                .map(JsonNode::asLong)
                .toList();
    }
}
