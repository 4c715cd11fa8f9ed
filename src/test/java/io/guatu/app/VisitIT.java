package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every section of the desk and the meeting. The sections are those that the desk itself offers: a new one is walked through
 * without being named here.
 */
class VisitIT extends VisitCase {
    /** What everybody who has it sees alike is looked at as the office has it, which has most to do there. */
    private static final Set<String> ALIKE =
            Set.of("overview", "changes", "meeting", "safety", "tables", "ledger", "plans", "access");

    /** 190 × 277 mm, in px. */
    private static final int SHEET_WIDTH = 718;

    private static final int SHEET_HEIGHT = 1047;

    private Page desk(String who, String password, String language) {
        Page page = window(1440, 900);
        admit(page, who, password);
        page.navigate(board.url() + "/desk" + language);
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
        return page;
    }

    /** What the desk leads to: every section and the account, with the address of each. */
    private static Map<String, String> sections(Page desk) {
        Map<String, String> found = new LinkedHashMap<>();
        desk.locator("[data-nav]")
                .all()
                .forEach(link -> found.put(link.getAttribute("data-nav"), link.getAttribute("href")));
        assertTrue(found.size() >= 8, found.toString());
        return found;
    }

    /** Those who see less than the office or something else, in English only: their colours are the office's. */
    @Test
    void every_section_of_the_desk_and_the_meeting_from_its_beginning_to_its_minutes() throws Exception {
        Page office = desk("office", "office-password", "");
        walk(office, "office", "", this::look);
        everyProjectOnOneSheet(office);
        meeting(office, "", this::look);
        office.navigate(board.url() + "/desk?lang=en");
        assertThat(office.locator("[data-live]")).hasAttribute("data-live", "live");
        walk(office, "office", "?lang=en", this::words);
        meeting(office, "?lang=en", this::words);
        office.context().close();
        for (String who : List.of("wang", "li-shuji")) {
            Page desk = desk(who, "daguan-demo", "?lang=en");
            sections(desk, who, "?lang=en", this::look);
            open(desk, "/projects/bus-station", "?lang=en");
            look(desk, who + " /projects/bus-station");
            onOneSheet(desk, who);
            desk.context().close();
        }
        assertEquals(List.of(), flaws);
    }

    private void sections(Page desk, String who, String language, Look look) throws Exception {
        for (String page : sections(desk).keySet()) {
            if (!who.equals("office") && ALIKE.contains(page)) {
                continue;
            }
            desk.locator("[data-nav=" + page + "]").click();
            assertThat(desk.locator(".work > *").first()).isVisible();
            look.at(desk, who + language + " " + page);
        }
    }

    private static void open(Page desk, String page, String language) {
        String address = "/desk" + page + (page.contains("?") ? language.replace('?', '&') : language);
        desk.evaluate(
                "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }",
                address);
        assertThat(desk.locator(".work > *").first()).isVisible();
    }

    /** Every section, and what each of them can lead to: what is not there, a project, the past, the finder, the help. */
    private void walk(Page desk, String who, String language, Look look) throws Exception {
        sections(desk, who, language, look);
        for (String page : List.of("/projects/no-such", "/projects?q=nowhere", "/projects/bus-station")) {
            open(desk, page, language);
            look.at(desk, who + language + " " + page);
        }
        assertThat(desk.locator("project-page h2")).isVisible();
        onOneSheet(desk, who + language);
        desk.setViewportSize(720, 450);
        if ((int) desk.evaluate("document.querySelector('#desk > header').offsetHeight") > 70) {
            flaws.add(who + language + ": at 200 % the head takes more than a line");
        }
        desk.setViewportSize(1440, 900);
        desk.locator("[data-time=open]").click();
        assertThat(desk.locator("time-machine input")).isVisible();
        look.at(desk, who + language + " past");
        desk.keyboard().press("Control+k");
        desk.keyboard().type("a");
        look.at(desk, who + language + " find");
        desk.keyboard().press("Escape");
        desk.locator("[data-act=help]").click();
        look.at(desk, who + language + " help");
    }

    /** The project that has most to say, in a printer's usual margins: why, plan, photo, curve, what is open, facts, history. */
    private void onOneSheet(Page desk, String who) {
        assertThat(desk.locator(".history li").first()).isVisible();
        assertThat(desk.locator("s-curve svg")).isVisible();
        byte[] printed = desk.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("10mm")
                        .setBottom("10mm")
                        .setLeft("10mm")
                        .setRight("10mm")));
        long sheets = HandbookIT.SHEET
                .matcher(new String(printed, StandardCharsets.ISO_8859_1))
                .results()
                .count();
        if (sheets != 1) {
            flaws.add(who + ": a project on " + sheets + " sheets");
        }
    }

    /** All of them as {@link #onOneSheet} prints one, measured on a page of that width instead: a print takes ten times as long. */
    private void everyProjectOnOneSheet(Page desk) {
        open(desk, "/projects", "");
        List<?> projects = (List<?>) desk.locator(".projects a")
                .evaluateAll("links => links.map(({ pathname }) => pathname.replace('/desk', ''))");
        assertTrue(projects.size() > 20, projects.toString());
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        desk.setViewportSize(SHEET_WIDTH, SHEET_HEIGHT);
        for (Object project : projects) {
            open(desk, project.toString(), "");
            assertThat(desk.locator(".history li").first()).isVisible();
            assertThat(desk.locator("s-curve :is(svg, .quiet)").first()).isVisible();
            int high = (int) desk.evaluate("Math.ceil(document.querySelector('.work').getBoundingClientRect().height)");
            if (high > SHEET_HEIGHT) {
                flaws.add(project + " is " + high + " px high on a sheet of " + SHEET_HEIGHT);
            }
        }
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        desk.setViewportSize(1440, 900);
    }

    private void meeting(Page page, String language, Look look) throws Exception {
        page.navigate(board.url() + "/meeting" + language);
        page.locator("[name=present]").fill("李书记");
        look.at(page, "meeting" + language + " beginning");
        page.locator("[data-act=begin]").click();
        assertThat(page.locator("meeting-item")).isVisible();
        look.at(page, "meeting" + language + " item");
        page.locator("[data-act=end]").click();
        assertThat(page.locator("meeting-ending")).isVisible();
        look.at(page, "meeting" + language + " ending");
        page.locator("meeting-ending [data-act=over], meeting-ending button.main")
                .last()
                .click();
        assertThat(page.locator("minutes-sheet")).isVisible();
        look.at(page, "meeting" + language + " minutes");
    }
}
