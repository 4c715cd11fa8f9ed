package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contractor's phone where the network comes and goes: nothing is lost, and nothing happens twice. */
class PhoneNetworkIT extends PhoneCase {
    /** A question that hangs is given up, and asked again. */
    private static final HasCountOptions AFTER_A_HANG = new HasCountOptions().setTimeout(60_000);

    private BadNetwork network;

    @BeforeEach
    void connect() throws IOException {
        network = new BadNetwork(board.port());
    }

    @AfterEach
    void disconnect() throws IOException {
        network.close();
    }

    private Page phone() {
        return kept(opened(pocket(network.url()), network.url(), contractor("g-li")));
    }

    @Test
    void a_report_with_a_photo_made_offline_survives_a_reload_and_lost_answers_and_is_one_entry_with_one_photo()
            throws Exception {
        Page phone = phone();
        phone.context().setOffline(true);
        phone.locator("input[name=photo]").setInputFiles(photo());
        assertThat(phone.locator(".taken img")).hasCount(1);
        report(phone, 44);
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "queued");
        phone.reload();
        assertThat(phone.locator("[data-queued]")).containsText("44%");
        assertThat(phone.locator("[data-queued] photo-thumb img")).isVisible();

        network.lose("/updates");
        phone.context().setOffline(false);
        TestBoard.await("the board has it, and the phone does not know", () -> entries(44) == 1);
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "queued");
        phone.context().setOffline(true);
        network.recover();
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        phone.reload();
        assertThat(phone.locator("[data-sent]").first()).containsText("44%");
        assertThat(phone.locator("[data-sent] photo-thumb img").first()).isVisible();

        assertEquals(1, entries(44));
        assertEquals(1, network.asked("POST /api/projects/" + project + "/photos"), "the photo was not sent again");
        assertTrue(network.asked("POST /api/projects/" + project + "/updates") > 1, "the report was");
        assertEquals(1, entries("photo-received").count());
        JsonNode photo = project().path("photos").get(0).path("photo");
        assertEquals(1600, photo.path("height").asInt(), "turned and shrunk on the device");
        assertEquals("2026-11-20T06:30:00Z", photo.path("taken").asText(), "with the camera's time");
    }

    @Test
    void a_network_that_accepts_and_never_answers_holds_up_nothing() {
        Page phone = phone();
        network.fallSilent();
        phone.reload();
        assertThat(phone.locator("[data-act=send]")).isVisible();
        assertThat(phone.locator("[data-milestone=jacking]")).isVisible();
        report(phone, 47);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        network.recover();
        assertThat(phone.locator("[data-queued]")).hasCount(0, AFTER_A_HANG);
        assertEquals(1, entries(47));
    }

    @Test
    void the_next_morning_without_a_network_is_another_day() {
        Page phone = another();
        phone.clock().install();
        opened(phone, network.url(), contractor("g-li"));
        assertThat(phone.locator("[data-live=live]")).isVisible();
        LocalDate today = LocalDate.parse(phone.locator("[name=asOf]").inputValue());
        network.fallSilent();
        phone.clock().fastForward(24 * 3_600_000L);
        assertThat(phone.locator("[name=asOf]")).hasValue(today.plusDays(1).toString());
        assertThat(phone.locator("[name=asOf]"))
                .hasAttribute("max", today.plusDays(1).toString());
    }

    @Test
    void what_could_not_be_asked_for_is_asked_again_while_the_line_lives() throws Exception {
        Page phone = phone();
        report(phone, 46);
        assertThat(phone.locator("[data-sent]").first()).containsText("46%");
        TestBoard.await(
                "the board shows it",
                () -> project().path("card").path("pending").size() == 1);
        long seq = project().path("card").path("pending").get(0).path("seq").asLong();
        String history = "**/api/entries?*";
        AtomicInteger failed = new AtomicInteger();
        phone.route(history, route -> {
            route.abort();
            failed.incrementAndGet();
        });
        told("{\"kind\":\"progress-returned\",\"report\":" + seq + ",\"reason\":\"照片看不清\"}");
        phone.waitForCondition(() -> failed.get() > 0);
        assertThat(phone.locator("[data-sent]").first()).hasAttribute("data-state", "received");
        phone.unroute(history);
        assertThat(phone.locator("[data-sent]").first()).containsText("照片看不清");
    }

    @Test
    void a_photo_too_many_waits_and_says_why_and_holds_up_its_own_milestone_only() throws Exception {
        TestClient sender = board.as(contractor("g-li"));
        int status = 0;
        for (int i = 0; status != 429; i++) {
            assertTrue(i < 1_000, "no photo is one too many; the last was answered " + status);
            byte[] one = ("no picture " + i).getBytes(StandardCharsets.UTF_8);
            status = sender.sendBytes("/api/projects/" + project + "/photos", one, "image/jpeg", "many-" + i)
                    .status();
        }
        Page phone = phone();
        phone.locator("input[name=photo]").setInputFiles(smallPhoto());
        assertThat(phone.locator(".taken img")).hasCount(1);
        report(phone, 48);
        assertThat(phone.locator("[data-queued]")).containsText("今天上传的照片已达 200 张");
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "queued");

        report(phone, 49);
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        // It stands behind both in the queue: once it is there, both were passed over.
        phone.locator("[data-act=still-true]").click();
        TestBoard.await("what has no photo goes on", () -> entries("still-true").count() == 1);
        assertEquals(0, entries(49), "a later percent does not overtake an earlier one");

        phone.locator("[data-act=edit]").last().click();
        assertThat(phone.locator("[data-act=send]")).containsText("48");
        TestBoard.await("what waited for it went", () -> entries(49) == 1);
    }

    @Test
    void the_page_on_the_device_is_replaced_by_the_next_open() throws Exception {
        Page phone = phone();
        phone.evaluate("""
                async () => {
                  const place = await caches.open((await caches.keys()).find((name) => name.startsWith('guatu-report.')));
                  const texts = document.querySelector('link[hreflang=zh]').getAttribute('href');
                  const words = await (await place.match(texts)).json();
                  await place.put(texts, new Response(JSON.stringify({ ...words, 'report.mine': '旧版' })));
                }""");
        phone.reload();
        assertThat(phone.locator("my-reports h2")).hasText("旧版");
        TestBoard.await("the new page is whole", () -> (boolean) phone.evaluate("""
                async () => {
                  const names = (await caches.keys()).filter((name) => name.startsWith('guatu-report.')).sort();
                  return names.length > 1 && Boolean(await (await caches.open(names.at(-1))).match('/report'));
                }"""));
        phone.reload();
        assertThat(phone.locator("my-reports h2")).hasText("我的上报");
    }

    @Test
    void two_pages_on_one_phone_keep_each_others_reports() throws Exception {
        Page one = phone();
        Page two = opened(watched(one.context().newPage()), network.url(), contractor("g-li"));
        one.context().setOffline(true);
        one.bringToFront();
        report(one, 35);
        assertThat(two.locator("[data-queued]")).hasCount(1);
        two.bringToFront();
        report(two, 36);
        assertThat(one.locator("[data-queued]")).hasCount(2);
        one.reload();
        assertThat(one.locator("[data-queued]")).hasCount(2);
        one.context().setOffline(false);
        assertThat(one.locator("[data-queued]")).hasCount(0);
        assertThat(two.locator("[data-queued]")).hasCount(0);
        List<Integer> percents = entries("progress-reported")
                .map(entry -> entry.path("update").path("percent").asInt())
                .limit(3)
                .toList();
        assertEquals(List.of(36, 35, 30), percents, "each once, in the order in which they were made");
    }

    private String another(String company, String milestone) throws Exception {
        JsonNode grant = board.as(board.person("wang"))
                .post(
                        "/api/projects/" + project + "/grants",
                        "{\"contractor\":\"李工\",\"company\":\"" + company + "\",\"milestones\":[\"" + milestone
                                + "\"],\"days\":30}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .taken()
                .json();
        return grant.path("token").asText();
    }

    @Test
    void what_a_grant_that_ended_left_is_shown_and_goes_under_its_extension() throws Exception {
        Page phone = phone();
        phone.context().setOffline(true);
        report(phone, 51);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        board.as(board.person("wang")).delete("/api/grants/" + grant("g-li")).taken();
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-refusal]")).isVisible();
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");
        phone.reload();
        assertThat(phone.locator("[data-queued]")).containsText("新的链接");

        opened(phone, network.url(), another("安路公司", "jacking"));
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");
        assertEquals(0, entries(51), "not in the name of another company");
        opened(phone, network.url(), another("桐建公司", "pit"));
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");
        opened(phone, network.url(), another("桐建公司", "jacking"));
        TestBoard.await("it goes under its extension", () -> entries(51) == 1);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
    }

    @Test
    void what_arrived_under_a_grant_does_not_arrive_again_under_its_extension() throws Exception {
        Page phone = phone();
        network.lose("/updates");
        phone.locator("input[name=photo]").setInputFiles(smallPhoto());
        assertThat(phone.locator(".taken img")).hasCount(1);
        report(phone, 52);
        TestBoard.await("the board has it, and the phone does not know", () -> entries(52) == 1);
        board.as(board.person("wang")).delete("/api/grants/" + grant("g-li")).taken();
        network.recover();
        opened(phone, network.url(), another("桐建公司", "jacking"));
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertThat(phone.locator("[data-sent]").first()).containsText("52%");
        assertThat(phone.locator("[data-sent] photo-thumb img").first()).isVisible();
        assertEquals(1, entries(52));
    }

    @Test
    void another_projects_link_leaves_nothing_behind() throws Exception {
        Page phone = phone();
        phone.context().setOffline(true);
        report(phone, 53);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.context().setOffline(false);
        opened(phone, network.url(), contractor("g-park"));
        TestBoard.await("it went under its own grant", () -> entries(53) == 1);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
    }
}
