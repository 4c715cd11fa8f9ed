package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the phone says it keeps it keeps, and nothing that waits holds up what it has nothing to do with. */
class PhoneKeepsIT extends PhoneCase {

    /** From now on there is no room for anything more. */
    private void full(Page phone) {
        CDPSession devtools = phone.context().newCDPSession(phone);
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", board.url());
        quota.addProperty("quotaSize", 1_000);
        devtools.send("Storage.overrideQuotaForOrigin", quota);
    }

    private static void withPhoto(Page phone, FilePayload photo, int percent) {
        phone.locator("site-report input[name=gallery]").setInputFiles(photo);
        assertThat(phone.locator("site-report .taken img")).hasCount(1);
        phone.locator("input[data-percent]").fill(Integer.toString(percent));
    }

    @Test
    void a_full_phone_keeps_the_form_says_so_and_sends_at_once_where_there_is_a_network() throws Exception {
        Page phone = kept(opened(another(), board.url(), contractor("g-li"))); // its storage stays full
        full(phone);
        withPhoto(phone, smallPhoto(), 44);
        phone.context().setOffline(true);
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("main > .fault").first()).containsText("存不下");
        assertThat(phone.locator("[data-act=send]")).containsText("44");
        assertThat(phone.locator("site-report .taken img")).hasCount(1);
        assertThat(phone.locator("[data-queued]")).hasCount(0);

        phone.context().setOffline(false);
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-act=send]")).containsText("已直接发出");
        TestBoard.await("it is in the ledger", () -> entries(44) == 1);
        JsonNode report = entries("progress-reported").findFirst().orElseThrow().path("update");
        assertEquals(1, report.path("photos").size());
        assertThat(phone.locator("site-report .taken")).hasCount(0);
        assertThat(phone.locator("main > .fault")).hasCount(0);
    }

    /** A disk that is really full: the browser closes the base and cannot open it any more, and does not call it a quota. */
    @Test
    void what_a_disk_without_room_did_not_keep_is_not_shown_as_waiting() {
        Page phone = another();
        phone.addInitScript("""
                const { open } = IDBFactory.prototype;
                window.bases = [];
                window.broken = false;
                IDBFactory.prototype.open = function (...asked) {
                  if (window.broken) throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
                  const request = open.apply(this, asked);
                  request.addEventListener('success', () => window.bases.push(request.result));
                  return request;
                };""");
        kept(opened(phone, board.url(), contractor("g-li")));
        phone.context().setOffline(true);
        report(phone, 41);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.evaluate("window.broken = true; window.bases.forEach((base) => base.close())");
        phone.locator("[data-act=plus]").click();
        assertThat(phone.locator("[data-act=send]")).isEnabled();
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("main > .fault").first()).containsText("可能已满");
        assertThat(phone.locator("[data-queued]")).hasCount(1); // the one before it, which was kept
        assertThat(phone.locator("[data-act=send]")).containsText("42");
        phone.evaluate("window.broken = false");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(2);
    }

    @Test
    void a_store_that_the_browser_closed_is_opened_again() throws Exception {
        Page phone = another();
        phone.addInitScript("""
                const { open } = IDBFactory.prototype;
                window.bases = [];
                IDBFactory.prototype.open = function (...asked) {
                  const request = open.apply(this, asked);
                  request.addEventListener('success', () => window.bases.push(request.result));
                  return request;
                };""");
        kept(opened(phone, board.url(), contractor("g-li")));
        phone.context().setOffline(true);
        report(phone, 41);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.evaluate("window.bases.forEach((base) => base.close())");
        phone.locator("[data-act=plus]").click();
        assertThat(phone.locator("[data-act=send]")).isEnabled();
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        phone.reload();
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        phone.evaluate("window.bases.forEach((base) => base.close())");
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertEquals(1, entries(41));
        assertEquals(1, entries(42));
    }

    /** From now on no photo leaves the page. In the page: what its worker lets through, no route of the browser's sees. */
    private static void photosDie(Page phone) {
        phone.evaluate("""
                () => {
                  const { fetch } = window;
                  window.fetch = (asked, ...more) =>
                    String(asked.url ?? asked).endsWith('/photos') ? Promise.reject(new TypeError('Failed to fetch')) : fetch(asked, ...more);
                }""");
    }

    @Test
    void a_photo_that_dies_on_the_way_holds_up_its_own_report_only() throws Exception {
        Page phone = phone("g-zhou");
        photosDie(phone);
        phone.locator("[data-milestone=jacking]").click();
        withPhoto(phone, smallPhoto(), 46);
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.locator("[data-act=hazard]").click();
        phone.locator("[name=severity]").selectOption("general");
        phone.locator("[name=place]").fill("工作坑");
        phone.locator("hazard-form [name=text]").fill("临边无护栏");
        phone.locator("[data-act=tell]").click();
        phone.waitForCondition(() -> entries("hazard-found").count() == 1);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.locator("[data-queued] [data-act=drop]").click();
        phone.locator("[data-queued] [data-act=drop]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(0);
    }

    @Test
    void a_strangers_refusal_that_repeats_is_shown_and_what_it_refuses_can_be_written_anew() throws Exception {
        Page phone = phone("g-li");
        phone.route("**/updates", route -> {
            if (route.request().postData().contains("涉密")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("text/html")
                        .setBody("<h1>Forbidden</h1>"));
            } else {
                route.resume();
            }
        });
        phone.locator("input[data-percent]").fill("48");
        phone.locator("site-report summary").click();
        phone.locator("[name=note]").fill("涉密");
        phone.locator("[data-act=send]").click();
        phone.locator("[data-queued] [data-act=again]").click(); // who asks for it hears at once why not
        assertThat(phone.locator("[data-queued]")).containsText("403");
        phone.locator("[data-act=still-true]").click();
        phone.waitForCondition(() -> entries("still-true").count() == 1);
        phone.locator("[data-queued] [data-act=edit]").click();
        phone.locator("[name=note]").fill("顶进");
        phone.locator("[data-act=send]").click();
        phone.waitForCondition(() -> entries(48) == 1);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
    }

    @Test
    void a_clock_that_is_put_right_between_two_reports_changes_no_order() throws Exception {
        Page phone = another();
        phone.addInitScript("""
                const now = Date.now.bind(Date);
                window.late = 0;
                const Real = Date;
                window.Date = class extends Real {
                  constructor(...given) { super(...(given.length ? given : [now() + window.late])); }
                  static now() { return now() + window.late; }
                };""");
        kept(opened(phone, board.url(), contractor("g-li")));
        phone.context().setOffline(true);
        report(phone, 35);
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.evaluate("window.late = -3_600_000");
        assertThat(phone.locator("[data-act=send]")).not().containsText("已记下");
        report(phone, 36);
        assertThat(phone.locator("[data-queued]")).hasCount(2);
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        TestBoard.await(
                "the newer one waits",
                () -> project().at("/card/pending/0/percent").asInt() == 36);
    }

    @Test
    void what_was_said_offline_is_of_the_day_it_was_said() throws Exception {
        Page phone = kept(phone("g-li"));
        assertThat(phone.locator("[data-live=live]")).isVisible();
        String day = phone.locator("[name=asOf]").inputValue();
        phone.context().setOffline(true);
        phone.locator("[data-act=still-true]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.context().setOffline(false);
        TestBoard.await("it is told", () -> entries("still-true").count() == 1);
        JsonNode still = entries("still-true").findFirst().orElseThrow();
        assertEquals(day, still.path("update").path("asOf").asText());
    }

    @Test
    void who_changed_nothing_sends_nothing_and_what_was_sent_can_be_taken_back() throws Exception {
        Page phone = phone("g-li");
        assertThat(phone.locator("[data-act=send]")).isDisabled();
        withPhoto(phone, smallPhoto(), 45);
        phone.locator("[data-act=send]").click();
        TestBoard.await("it is in the ledger", () -> entries(45) == 1);
        assertThat(phone.locator(".same")).isVisible();
        assertThat(phone.locator("[data-act=send]")).isDisabled();
        phone.locator("[data-sent] [data-act=takeback]").first().click();
        phone.locator("[data-sent] [data-act=takeback]").first().click();
        assertThat(phone.locator("[data-sent]").first()).hasAttribute("data-state", "withdrawn");
        assertEquals(0, project().path("card").path("pending").size());
        assertThat(phone.locator("percent-dial")).containsText("30%");
    }

    @Test
    void a_number_with_decimals_is_offered_as_it_is() throws Exception {
        String today = LocalDate.now().toString();
        told("{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":99.6,\"asOf\":\"" + today + "\"}");
        Page phone = phone("g-li");
        assertThat(phone.locator("[data-shown]")).hasText("99.6%");
        assertThat(phone.locator("[data-act=send]")).isDisabled();
        assertThat(phone.locator(".needed")).hasCount(0);
        phone.locator("[data-act=plus]").click();
        assertThat(phone.locator("[data-act=send]")).containsText("上报 100%");
    }

    @Test
    void what_was_reported_of_a_milestone_that_a_new_plan_left_out_is_reported_of_another() throws Exception {
        Page phone = kept(phone("g-zhou"));
        phone.locator("[data-milestone=jacking]").click();
        phone.context().setOffline(true);
        withPhoto(phone, smallPhoto(), 47);
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        LocalDate day = LocalDate.now();
        var set = board.as(board.person("office"))
                .tell(
                        project,
                        "{\"kind\":\"baseline-set\",\"name\":{\"zh\":\"二\",\"en\":\"2\"},\"cause\":\"scope-change\",\"reason\":\"调整\",\"approval\":{\"office\":\"镇长办公会\",\"document\":\"纪要7号\"},\"milestones\":[{\"milestone\":\"pit\",\"name\":{\"zh\":\"工作坑\",\"en\":\"Pit\"},\"weight\":100,\"start\":\""
                                + day.minusDays(60) + "\",\"finish\":\"" + day.plusDays(60) + "\"}]}");
        assertEquals(201, set.status(), () -> set.raw().body());
        phone.context().setOffline(false);
        assertThat(phone.locator("my-reports[urgent] [data-queued]")).containsText("箱涵顶进");
        phone.locator("[data-queued] [data-act=edit]").click();
        assertThat(phone.locator("[data-left=jacking] photo-thumb img")).isVisible();
        phone.reload();
        phone.locator("[data-left=jacking] [data-to=pit]").click();
        assertThat(phone.locator("site-report .taken img")).hasCount(1);
        assertThat(phone.locator("[data-left]")).hasCount(0);
        phone.locator(".needed [name=note]").fill("改报");
        phone.locator("[data-act=send]").click();
        TestBoard.await("it is in the ledger", () -> entries(47) == 1);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
    }

    @Test
    void a_returned_report_is_the_first_thing_to_see() throws Exception {
        long seq = board.as(contractor("g-li"))
                .tell(
                        project,
                        "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":45,\"asOf\":\""
                                + LocalDate.now() + "\"}")
                .taken()
                .json()
                .path("seq")
                .asLong();
        told("{\"kind\":\"progress-returned\",\"report\":" + seq + ",\"reason\":\"照片看不清\"}");
        Page phone = phone("g-li");
        assertThat(phone.locator("[data-sent][data-state=returned]")).isInViewport();
        phone.locator("[data-act=anew]").click();
        assertThat(phone.locator("[data-act=send]")).containsText("45%");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("my-reports[urgent] li")).hasCount(0);
    }

    @Test
    void what_fits_no_field_is_said_at_its_field() throws Exception {
        Page phone = kept(phone("g-li"));
        phone.context().setOffline(true);
        phone.locator("input[data-percent]").fill("50");
        phone.locator("site-report summary").click();
        phone.locator("[name=forecast]").evaluate("(field) => { field.removeAttribute('min'); }");
        phone.locator("[name=forecast]").fill(LocalDate.now().minusDays(5).toString());
        phone.locator("[name=forecast]").evaluate("(field) => { field.removeAttribute('min'); }");
        phone.locator("[name=cause]").selectOption("weather");
        phone.locator("site-report form").evaluate("(form) => { form.noValidate = true; }");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "failed");
        String said = phone.locator("[data-queued] em").textContent();
        phone.locator("[data-queued] [data-act=edit]").click();
        assertThat(phone.locator("label:has([name=forecast]) .flaw")).isVisible();
        String flaw = phone.locator("label:has([name=forecast]) .flaw").textContent();
        assertTrue(said.contains(flaw), "what is wrong is said before the form is open: " + said + " | " + flaw);
    }

    @Test
    void twelve_photos_are_ten_and_the_phone_says_which_cannot_be_opened() throws Exception {
        Page phone = phone("g-li");
        byte[] small = io.guatu.photo.TestPhoto.plain(
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpeg");
        var files = new FilePayload[12];
        for (int i = 0; i < 12; i++) {
            files[i] = new FilePayload("IMG_" + i + ".jpg", "image/jpeg", small);
        }
        phone.locator("site-report [name=gallery]").setInputFiles(files);
        assertThat(phone.locator("site-report .taken img")).hasCount(10);
        assertThat(phone.locator("photo-strip .fault")).containsText("2 张没有加上");
        assertThat(phone.locator("site-report [name=gallery]")).isDisabled();
        phone.locator("site-report .taken").first().click();
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        phone.locator("site-report [name=gallery]").setInputFiles(new FilePayload("IMG_9.heic", "image/heic", heic));
        assertThat(phone.locator("photo-strip .fault")).containsText("HEIC");
        byte[] damaged = io.guatu.photo.TestPhoto.jpeg(picture(), 6, "2026:11:20 14:30:00", null);
        System.arraycopy(new byte[] {0x7f, 0x7f, 0x7f, 0x7f}, 0, damaged, 16, 4); // its directory lies far outside
        phone.locator("site-report [name=gallery]").setInputFiles(new FilePayload("IMG_10.jpg", "image/jpeg", damaged));
        assertThat(phone.locator("site-report .taken img")).hasCount(10);
    }

    @Test
    void access_travels_and_several_links_live_on_one_phone() throws Exception {
        Page phone = phone("g-li");
        phone.locator("my-link summary").click();
        assertThat(phone.locator("my-link svg path")).hasCount(1);
        assertEquals(
                3,
                phone.locator("my-link [name=link]").inputValue().split("#")[1].split("\\.").length);
        // The address bar takes it along, and a moment later than the summary opens.
        assertThat(phone).hasURL(phone.locator("my-link [name=link]").inputValue());
        phone.locator("my-link summary").click();
        assertThat(phone).hasURL(board.url() + "/report");

        opened(phone, board.url(), contractor("g-park"));
        assertThat(phone.locator(".links button")).hasCount(2);
        phone.locator("[data-link=" + grant("g-li") + "]").click();
        assertThat(phone.locator("[data-milestone=jacking]")).isVisible();
        phone.navigate(
                board.url()
                        + phone.evaluate(
                                "fetch('/report.webmanifest').then((manifest) => manifest.json()).then((manifest) => manifest.start_url)"));
        assertThat(phone.locator("[data-milestone=jacking]")).isVisible();
    }

    @Test
    void a_browser_of_2021_reports_and_an_older_one_is_told_what_is_needed() throws Exception {
        Page phone = another();
        phone.addInitScript("""
                delete AbortSignal.timeout; delete AbortSignal.any; delete Array.prototype.at; delete String.prototype.at; delete Object.hasOwn;
                delete window.structuredClone; delete Crypto.prototype.randomUUID; delete Array.prototype.findLast; delete Array.prototype.toSorted;
                delete HTMLScriptElement.supports; delete Error.captureStackTrace;
                const draw = window.createImageBitmap;
                window.createImageBitmap = (what, how, ...more) => (how?.imageOrientation === 'from-image'
                  ? Promise.reject(new TypeError('from-image is no ImageOrientation')) : draw(what, how, ...more));""");
        opened(phone, board.url(), contractor("g-li"));
        withPhoto(phone, photo(), 49);
        phone.locator("[data-act=send]").click();
        TestBoard.await("it is in the ledger", () -> entries(49) == 1);
        JsonNode photo = project().path("photos").get(0).path("photo");
        assertEquals(1600, photo.path("height").asInt(), "turned upright all the same");

        Page old = browser.phone(390, 844);
        AtomicInteger pages = new AtomicInteger();
        old.route("**/report", route -> {
            pages.incrementAndGet();
            route.resume();
        });
        // The page's module, packed or not, waits at its top level, which a browser below the floor reads as a mistake.
        old.route(
                Pattern.compile(".*/(packed/report-\\w+|pages/report)\\.js"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("function old() { await fetch('/'); }")));
        old.navigate(board.url() + "/report");
        assertThat(old.locator(".too-old")).containsText("Chrome 89");
        assertEquals(1, pages.get());
    }
}
