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
    void what_is_counted_is_told_in_its_unit_and_its_percent_follows() throws Exception {
        Page phone = phone("g-li");
        Locator chip = phone.locator("[data-milestone]").first();
        String counted = chip.getAttribute("data-milestone");
        told("{\"kind\":\"quantity-planned\",\"milestone\":\"" + counted + "\",\"total\":86.4,\"unit\":\"米\"}");
        Locator quantity = phone.locator("[data-quantity]");
        assertThat(quantity).isVisible();
        assertThat(phone.locator("percent-dial")).hasCount(0);
        quantity.fill("81.3333");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator(".quantity .flaw")).hasText("小数位太多。");
        quantity.pressSequentially("e"); // a number that is half typed is left to the fingers
        assertThat(phone.locator("[data-act=send]")).containsText("81.3333 米");
        quantity.fill("81.3");
        assertThat(phone.locator("[data-act=send]")).containsText("81.3 米");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).containsText("81.3 米");
        TestBoard.await("it waits", () -> entries("progress-reported")
                .anyMatch(entry -> entry.path("update").path("done").asDouble() == 81.3));
        JsonNode told = entries("progress-reported").findFirst().orElseThrow().path("update");
        assertEquals(94.09, told.path("percent").asDouble());
        assertThat(phone.locator(".quantity")).containsText("上次 81.3 米");
    }

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
            TestClient reader = board.as(who.equals("wang") ? board.person(who) : contractor(who));
            JsonNode pages = reader.get("/api/projects/" + project).json().path("diary");
            assertEquals(1, pages.size(), who);
            assertEquals(26, pages.get(0).path("said").path("crew").asInt(), who);
        }
    }
}
