package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way into the past and back, on the wall and in the meeting, while the present goes on. */
class PastIT extends BrowserCase {
    private static final int QUIET_MILLIS = 60_000;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    private Page wall() {
        Page page = watched(browser.page(1920, 1080));
        page.clock().install();
        page.navigate(board.url() + "/wall#" + board.screen("hall"));
        assertThat(page.locator("[data-project=underpass]")).hasAttribute("data-verified", "58");
        return page;
    }

    private void report(int percent) throws Exception {
        assertEquals(
                201,
                board.as(board.person("wang"))
                        .tell(
                                "underpass",
                                "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":" + percent
                                        + ",\"asOf\":\"" + LocalDate.now(TestBoard.ZONE) + "\",\"note\":\"试验\"}")
                        .status());
    }

    /** As if somebody drew the slider. */
    static void slide(Page page, int ago) {
        page.locator("time-machine input").evaluate("""
                (slider, to) => {
                  slider.value = String(-to);
                  slider.dispatchEvent(new Event('input'));
                }""", ago);
    }

    @Test
    void the_wall_walks_into_the_past_and_back_while_the_present_goes_on() throws Exception {
        Page wall = wall();
        the_wall_goes_back_and_returns_to_what_was_told_meanwhile(wall);
        the_wall_returns_by_itself_when_nobody_is_there(wall);
        before_there_was_a_board_there_is_none_and_the_way_back_is_still_there(wall);
        a_slider_that_runs_through_a_year_asks_for_one_day_at_a_time(wall);
    }

    private void the_wall_goes_back_and_returns_to_what_was_told_meanwhile(Page wall) throws Exception {
        Locator row = wall.locator("[data-project=underpass]");
        wall.keyboard().press("ArrowLeft");
        assertThat(wall.locator("html")).hasAttribute("data-past", "");
        assertThat(wall.locator("time-machine")).containsText("1 天前");
        slide(wall, 5);
        assertThat(row).hasAttribute("data-verified", "40");
        assertThat(wall.locator("wall-foot")).not().containsText("箱涵");
        assertThat(wall.locator(".foot b")).hasText("当日");
        report(60);
        report(61);
        wall.keyboard().press("ArrowRight");
        assertThat(wall.locator("time-machine")).containsText("4 天前");
        assertThat(row).hasAttribute("data-verified", "40");
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
        wall.keyboard().press("Escape");
        assertThat(row).hasAttribute("data-verified", "76.6");
        assertThat(wall.locator("[data-entry]").first()).containsText("61%");
        assertThat(wall.locator("[data-time=now]")).hasCount(0);
        assertThat(wall.locator("html")).not().hasAttribute("data-past", "");
    }

    private void the_wall_returns_by_itself_when_nobody_is_there(Page wall) throws Exception {
        wall.keyboard().press("ArrowLeft");
        slide(wall, 20);
        assertThat(wall.locator("[data-project=underpass]")).hasAttribute("data-verified", "0");
        report(62);
        wall.clock().runFor(QUIET_MILLIS + 2_000);
        assertThat(wall.locator("[data-project=underpass]")).hasAttribute("data-verified", "77.2");
        assertThat(wall.locator("html")).not().hasAttribute("data-past", "");
    }

    private void before_there_was_a_board_there_is_none_and_the_way_back_is_still_there(Page wall) {
        wall.keyboard().press("ArrowLeft");
        slide(wall, 300);
        assertThat(wall.locator(".refusal")).isVisible();
        wall.locator("[data-time=now]").click();
        assertThat(wall.locator("[data-project=underpass]")).hasAttribute("data-verified", "77.2");
    }

    private void a_slider_that_runs_through_a_year_asks_for_one_day_at_a_time(Page wall) {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger days = new AtomicInteger();
        wall.onRequest(request -> {
            if (request.url().contains("asOf=")) {
                days.incrementAndGet();
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
            }
        });
        wall.onRequestFinished(request -> {
            if (request.url().contains("asOf=")) {
                open.decrementAndGet();
            }
        });
        wall.keyboard().press("ArrowLeft");
        wall.locator("time-machine input").evaluate("""
                async (slider) => {
                  const kind = customElements.get('wall-chart').prototype;
                  const { update } = kind;
                  globalThis.again = [];
                  document.querySelector('wall-chart').seen = document.querySelector('wall-chart').board;
                  // A second that went by, or another room for a day of other words, is no redrawing of the slider's.
                  kind.update = function (changed) {
                    const why = [...changed.keys()].filter((name) => !['now', 'room', 'width'].includes(name));
                    if (why.length && this.board === this.seen) globalThis.again.push(why.join('+'));
                    this.seen = this.board;
                    update.call(this, changed);
                  };
                  for (let ago = 1; ago < 100; ago++) {
                    slider.value = String(-ago);
                    slider.dispatchEvent(new Event('input'));
                    await new Promise((onward) => setTimeout(onward, 4));
                  }
                }""");
        slide(wall, 5);
        assertThat(wall.locator("[data-project=underpass]")).hasAttribute("data-verified", "40");
        assertEquals(1, most.get());
        List<?> again = (List<?>) wall.evaluate("globalThis.again");
        assertEquals(List.of(), again, "drawn again though the day is the same");
    }

    @Test
    void the_meeting_looks_back_and_decides_nothing_there() throws Exception {
        var moved = board.as(board.person("wang"))
                .tell(
                        "underpass",
                        "{\"kind\":\"forecast-moved\",\"milestone\":\"jacking\",\"forecast\":\""
                                + LocalDate.now(TestBoard.ZONE).plusDays(300) + "\",\"cause\":\"permits\"}");
        assertEquals(201, moved.status(), () -> moved.raw().body());
        Page page = watched(browser.page(1920, 1080));
        admit(page, "office", "office-password");
        page.navigate(board.url() + "/meeting");
        page.locator("[name=present]").fill("李书记");
        page.locator("[data-act=begin]").click();
        assertThat(page.locator("[data-item=underpass] .numbers")).containsText("58%");
        page.locator("[data-time=open]").click();
        slide(page, 5);
        assertThat(page.locator("[data-item=underpass] .numbers")).containsText("40%");
        assertThat(page.locator("meeting-decisions")).hasCount(0);
        report(60);
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-item=underpass] .numbers")).containsText("76%");
        assertThat(page.locator("meeting-decisions")).isVisible();
    }
}
