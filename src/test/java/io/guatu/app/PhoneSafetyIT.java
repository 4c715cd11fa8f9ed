package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 隐患 on the contractor's phone: found, fixed on the spot, put right after a notice, and what the re-check said. */
class PhoneSafetyIT extends PhoneCase {

    @Test
    void a_hazard_that_was_fixed_on_the_spot_is_reported_offline_in_one_go() throws Exception {
        Page phone = kept(phone("g-li"));
        phone.context().setOffline(true);
        phone.locator("[data-act=hazard]").click();
        phone.locator("[name=place]").fill("工作坑北侧");
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("hazard-form label:has([name=severity]) .flaw"))
                .hasText("请选择。");
        phone.locator("[name=severity]").selectOption("general");
        phone.locator("hazard-form [name=text]").fill("临边无护栏");
        phone.locator("[data-photos=photos] [name=photo]").setInputFiles(smallPhoto());
        phone.locator("[name=fixed]").check();
        phone.locator("[name=how]").fill("已装护栏");
        assertThat(phone.locator("hazard-form .taken img")).hasCount(1);
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        JsonNode hazard = project().path("hazards").get(0);
        assertEquals("closed", hazard.path("status").asText());
        assertEquals(1, hazard.path("photos").size());
        assertEquals("已装护栏", hazard.path("fix").path("text").asText());
        assertThat(phone.locator("[data-hazard]")).hasCount(0);
    }

    private Page foundAndFixed(Page phone, String severity) throws Exception {
        phone.locator("[data-act=hazard]").click();
        phone.locator("[name=place]").fill("工作坑南侧");
        phone.locator("hazard-form [name=text]").fill("支护松动");
        phone.locator("[name=fixed]").check();
        phone.locator("[name=how]").fill("已加固");
        phone.locator("[data-photos=after] [name=photo]").setInputFiles(smallPhoto());
        assertThat(phone.locator("hazard-form .taken img")).hasCount(1);
        phone.locator("[name=severity]").selectOption(severity);
        return phone;
    }

    @Test
    void a_refused_fix_is_mended_where_its_hazard_is_and_makes_no_second_one() throws Exception {
        Page phone = foundAndFixed(phone("g-li"), "serious");
        phone.route("**/photos", Route::abort); // the fix has one, the find has none
        phone.locator("[data-act=tell]").click();
        TestBoard.await("it is found", () -> project().path("hazards").size() == 1);
        long hazard = project().path("hazards").get(0).path("seq").asLong();
        told("{\"kind\":\"notice-issued\",\"number\":\"整改3号\",\"hazards\":[" + hazard + "],\"deadline\":\""
                + LocalDate.now().plusDays(3) + "\",\"grant\":\"" + grant("g-li") + "\"}");
        phone.unroute("**/photos");
        assertThat(phone.locator("[data-queued]")).hasCount(1); // the find leaves when it is known to be in the ledger
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");

        phone.locator("[data-act=edit]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertThat(phone.locator("hazard-form form")).hasAttribute("data-kind", "hazard-rectified");
        assertThat(phone.locator("hazard-form [name=text]")).hasValue("已加固");
        assertThat(phone.locator("hazard-form .taken img")).hasCount(1);
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-hazard][data-status=rectified]")).hasCount(1);
        assertEquals(1, entries("hazard-found").count());
        assertEquals(
                "已加固", project().path("hazards").get(0).path("fix").path("text").asText());
    }

    @Test
    void a_refused_fix_of_what_is_closed_meanwhile_is_not_offered_to_be_mended() throws Exception {
        Page phone = foundAndFixed(phone("g-li"), "general");
        phone.route("**/photos", Route::abort);
        phone.locator("[data-act=tell]").click();
        TestBoard.await("it is found", () -> project().path("hazards").size() == 1);
        long hazard = project().path("hazards").get(0).path("seq").asLong();
        told("{\"kind\":\"hazard-fixed-on-spot\",\"hazard\":" + hazard + ",\"text\":\"镇里已处理\"}");
        phone.unroute("**/photos");
        assertThat(phone.locator("[data-queued]")).hasCount(1); // the find leaves when it is known to be in the ledger
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");
        assertThat(phone.locator("[data-hazard]")).hasCount(0);
        assertThat(phone.locator("[data-act=drop]")).isVisible();
        assertThat(phone.locator("[data-act=edit]")).hasCount(0);
    }

    @Test
    void a_refused_find_is_mended_together_with_its_fix() throws Exception {
        Page phone = foundAndFixed(phone("g-li"), "serious");
        String updates = "**/updates";
        phone.route(
                updates,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"invalid\",\"detail\":\"没有写清\"}")));
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-queued][data-state=failed]")).containsText("没有写清");
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        phone.unroute(updates);

        phone.locator("[data-act=edit]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertThat(phone.locator("[name=how]")).hasValue("已加固");
        assertThat(phone.locator("[data-photos=after] .taken img")).hasCount(1);
        phone.locator("[name=place]").fill("工作坑南侧 2 米");
        phone.locator("[data-act=tell]").click();
        TestBoard.await(
                "it is found and fixed", () -> entries("hazard-fixed-on-spot").count() == 1);
        TestBoard.await("the board shows it", () -> "closed"
                .equals(project().at("/hazards/0/status").asText()));
        JsonNode hazard = project().path("hazards").get(0);
        assertEquals("工作坑南侧 2 米", hazard.path("place").asText());
        assertEquals(1, hazard.path("fix").path("photos").size());
        assertEquals(1, entries("hazard-found").count());
    }

    @Test
    void a_major_hazard_is_not_closed_on_the_spot() throws Exception {
        Page phone = foundAndFixed(phone("g-li"), "major");
        assertThat(phone.locator("[name=fixed]")).hasCount(0);
        assertThat(phone.locator("[name=how]")).hasCount(0);
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-hazard][data-status=found]")).hasCount(1);
        assertThat(phone.locator("[data-act=hazard-fixed-on-spot]")).hasCount(0);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertEquals(0, entries("hazard-fixed-on-spot").count());
    }

    @Test
    void a_notice_reaches_its_company_alone_and_is_answered_until_the_hazard_is_closed() throws Exception {
        Page phone = phone("g-li");
        Page other = opened(another(), board.url(), contractor("g-zhou"));
        long hazard = told("{\"kind\":\"hazard-found\",\"severity\":\"serious\",\"place\":\"配电箱\",\"text\":\"无漏电保护\"}");
        told("{\"kind\":\"notice-issued\",\"number\":\"整改1号\",\"hazards\":[" + hazard + "],\"deadline\":\""
                + LocalDate.now().plusDays(3) + "\",\"grant\":\"" + grant("g-li") + "\"}");
        assertThat(phone.locator(".due")).isVisible();
        assertThat(phone.locator("[data-hazard]")).containsText("整改1号");

        rectify(phone, "已更换");
        long recheck =
                told("{\"kind\":\"hazard-rechecked\",\"hazard\":" + hazard + ",\"passed\":false,\"text\":\"接地未做\"}");
        assertThat(phone.locator("[data-hazard][data-status=sent-back]")).containsText("接地未做");
        assertThat(phone.locator("[data-sent][data-state=returned]")).containsText("接地未做");
        assertEquals(true, recheck > hazard);

        rectify(phone, "已补做接地");
        told("{\"kind\":\"hazard-rechecked\",\"hazard\":" + hazard + ",\"passed\":true}");
        assertThat(phone.locator("[data-sent][data-state=passed]")).containsText("已补做接地");
        assertThat(phone.locator("[data-hazard]")).hasCount(0);
        assertThat(phone.locator(".due")).hasCount(0);
        assertThat(other.locator("[data-hazard]")).hasCount(0);
    }

    private void rectify(Page phone, String how) throws Exception {
        phone.locator("[data-act=hazard-rectified]").click();
        phone.locator("hazard-form [name=text]").fill(how);
        phone.locator("hazard-form [name=photo]").setInputFiles(smallPhoto());
        assertThat(phone.locator("hazard-form .taken img")).hasCount(1);
        phone.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-hazard][data-status=rectified]")).hasCount(1);
    }

    @Test
    void a_notice_to_a_grant_is_answered_under_its_extension() throws Exception {
        long hazard = told("{\"kind\":\"hazard-found\",\"severity\":\"general\",\"place\":\"便道\",\"text\":\"扬尘\"}");
        told("{\"kind\":\"notice-issued\",\"number\":\"整改2号\",\"hazards\":[" + hazard + "],\"deadline\":\""
                + LocalDate.now().plusDays(3) + "\",\"grant\":\"" + grant("g-li") + "\"}");
        board.as(board.person("wang")).delete("/api/grants/" + grant("g-li")).taken();
        String token = board.as(board.person("wang"))
                .post(
                        "/api/projects/" + project + "/grants",
                        "{\"contractor\":\"李工\",\"company\":\"桐建公司\",\"milestones\":[\"jacking\"],\"days\":30}",
                        "Idempotency-Key",
                        "extension")
                .taken()
                .json()
                .path("token")
                .asText();
        Page phone = opened(pocket(board.url()), board.url(), token);
        assertThat(phone.locator("[data-sent]").first()).containsText("30%");
        rectify(phone, "增加洒水");
    }
}
