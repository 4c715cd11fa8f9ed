package io.guatu.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a browser takes to show many projects: from a key to the list that answers it, on the desk; frames and memory while the
 * slider of the wall moves through a year. Of a small board and a large one, both made by {@link GrowBench} and running, and
 * how many times the one the other takes.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.GlassBench -Dexec.classpathScope=test
 * -Dexec.args="http://localhost:18406 http://localhost:18407 OFFICE-PASSWORD"}. A board that was just grown
 * wants another password: it gets this one twice over.
 */
public final class GlassBench {
    private static final int WARM = 2;
    private static final int ROUNDS = 9;
    private static final int YEAR = 365;
    private static final int YEAR_MILLIS = 20_000;

    /** From the event to the frame after the one in which it was painted, in milliseconds. */
    private static final String TILL_PAINTED = """
            async (act) => {
              const began = performance.now();
              new Function(act)();
              await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
              return performance.now() - began;
            }""";

    /**
     * The slider from today to a year ago, as fast as a hand moves it: frames a second, the longest of them, and of how many
     * days the board was seen. A day that is passed before it was read is not shown.
     */
    private static final String YEAR_LONG = """
            async ([days, millis]) => {
              const slider = document.querySelector('time-machine input');
              const shown = new Set();
              const began = performance.now();
              let [frames, longest, last] = [0, 0, began];
              await new Promise((over) => {
                const step = (now) => {
                  longest = Math.max(longest, now - last);
                  last = now;
                  frames++;
                  shown.add(document.querySelector('wall-chart').board.day);
                  const ago = Math.ceil(Math.min(1, (now - began) / millis) * days);
                  if (Number(slider.value) !== -ago) {
                    slider.value = String(-ago);
                    slider.dispatchEvent(new Event('input'));
                  }
                  if (now - began > millis) return over();
                  requestAnimationFrame(step);
                };
                requestAnimationFrame(step);
              });
              return [frames / ((last - began) / 1000), longest, shown.size];
            }""";

    private GlassBench() {}

    public static void main(String[] arguments) {
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            double[] small = measured(chromium, arguments[0], arguments[2]);
            double[] large = measured(chromium, arguments[1], arguments[2]);
            String[] what = {
                "projects",
                "list: a letter typed, ms",
                "list: another order, ms",
                "list: a lamp chosen, ms",
                "palette: opened, ms",
                "palette: a letter typed, ms",
                "list: a second's tick, ms",
                "wall: frames a second over a year",
                "wall: longest frame, ms",
                "wall: days shown of a year in 20 s",
                "wall: heap before, MB",
                "wall: heap after the year, MB"
            };
            for (int i = 0; i < what.length; i++) {
                System.out.printf(
                        Locale.ROOT, "%-36s %8.1f %8.1f   × %.2f%n", what[i], small[i], large[i], large[i] / small[i]);
            }
        }
    }

    private static double[] measured(Browser chromium, String board, String password) {
        Page desk = chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setBypassCSP(true))
                .newPage();
        desk.navigate(board + "/desk/projects");
        desk.locator("[name=name]").fill("office");
        desk.locator("[name=password]").fill(password);
        desk.locator("#login button").click();
        Locator another = desk.locator("[name=newPassword]");
        desk.locator(".projects a").or(another).first().waitFor();
        if (another.isVisible()) {
            // A board just grown: its office has its first password still.
            another.fill(password + password);
            desk.locator("#login button").click();
            desk.locator(".projects a").first().waitFor();
        }
        double projects = desk.locator(".projects a").count();
        String typed =
                "const q = document.querySelector('[name=q]'); q.value = q.value ? '' : '1'; q.dispatchEvent(new Event('input'))";
        String sorted =
                "const s = document.querySelector('[name=sort]'); s.value = s.value === 'name' ? 'due' : 'name'; s.dispatchEvent(new Event('change'))";
        String chosen = "document.querySelector('[data-lamp=red]').click()";
        double letter = median(desk, typed, "");
        double order = median(desk, sorted, "");
        double lamp = median(desk, chosen, "");
        String open = "document.querySelector('[data-act=find]').click()";
        String close = "document.querySelector('find-anything').dispatchEvent(new Event('close'))";
        double palette = median(desk, open, close);
        desk.evaluate(open);
        double found = median(
                desk,
                "const i = document.querySelector('.finder input'); i.value = i.value === '工' ? '桥' : '工'; i.dispatchEvent(new Event('input'))",
                "");
        desk.evaluate(close);
        double tick = median(desk, "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))", "");
        desk.setViewportSize(1920, 1080);
        desk.navigate(board + "/wall");
        desk.locator(".row").first().waitFor();
        double before = heap(desk);
        desk.keyboard().press("ArrowLeft");
        desk.locator("time-machine input").waitFor();
        List<?> year = (List<?>) desk.evaluate(YEAR_LONG, List.of(YEAR, YEAR_MILLIS));
        desk.keyboard().press("Escape");
        double after = heap(desk);
        desk.context().close();
        return new double[] {
            projects,
            letter,
            order,
            lamp,
            palette,
            found,
            tick,
            number(year.get(0)),
            number(year.get(1)),
            number(year.get(2)),
            before,
            after
        };
    }

    private static double median(Page page, String act, String undo) {
        double[] took = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            double one = number(page.evaluate(TILL_PAINTED, act));
            if (round >= 0) {
                took[round] = one;
            }
            page.evaluate("(undo) => new Function(undo)()", undo);
        }
        java.util.Arrays.sort(took);
        return took[ROUNDS / 2];
    }

    /** Of what is still held, in MB. */
    private static double heap(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1e6;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
