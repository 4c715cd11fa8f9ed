package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kind without a form of its own on the contractor's phone: what the contract says of it is asked for. */
class PhoneDiaryIT extends PhoneCase {
    @Test
    void the_days_diary_is_written_by_the_contract_offline_and_told_once() throws Exception {
        Page phone = kept(phone("g-li"));
        phone.context().setOffline(true);
        phone.locator("[data-act=site-diary]").click();
        Locator form = phone.locator("form[data-kind=site-diary]");
        assertThat(form.locator("[name=crew]")).hasAttribute("max", "10000");
        form.locator("[name=weather]").selectOption("heavy-rain");
        form.locator("[name=crew]").fill("26");
        form.locator("[name=machines]").fill("4");
        form.locator("[data-act=tell]").click();
        assertThat(phone.locator("[data-queued]")).containsText("施工日志：大雨，26 人，机械 4 台");
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-sent]").first()).containsText("施工日志：大雨，26 人，机械 4 台");
        for (String who : List.of("wang", "g-li")) {
            TestClient reader = board.as(who.equals("wang") ? board.person(who) : board.contractor(who));
            JsonNode pages = reader.get("/api/projects/underpass").json().path("diary");
            assertEquals(1, pages.size(), who);
            assertEquals(26, pages.get(0).path("said").path("crew").asInt(), who);
        }
    }
}
