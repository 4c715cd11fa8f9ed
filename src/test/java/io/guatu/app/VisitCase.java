package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;

/**
 * A walk through pages of the demonstration, in both languages, in Chinese in each of their colours: nothing that axe finds,
 * and no Chinese word on an English page that does not say that it is Chinese.
 */
abstract class VisitCase extends BrowserCase {
    private static final String SETTLED = """
            async () => {
              for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
              await Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations < 9).map(({ finished }) => finished.catch(() => {})));
            }""";

    private static final String UNSAID = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = new Set();
              while (walker.nextNode()) {
                const { data, parentElement } = walker.currentNode;
                if (!/\\p{Script=Han}/u.test(data) || parentElement.closest('script, style')) continue;
                if (!parentElement.closest('[lang]').lang.startsWith('zh')) found.add(`${parentElement.closest('[class], [data-act]')?.localName}: ${data.trim()}`);
              }
              return [...found];
            }""";

    private static final List<String> BOTH = List.of("light", "dark");
    protected static final List<String> LAMPS = List.of("", "cb");
    /** Of all walks of this JVM: what one of them has seen in these colours the others need not judge again. */
    private static final Axe AXE = new Axe();

    protected interface Look {
        void at(Page page, String where) throws Exception;
    }

    private final Set<Request> asked = ConcurrentHashMap.newKeySet();
    protected final List<String> flaws = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
    }

    protected final Page window(int width, int height) {
        Page page = watched(browser.open(width, height));
        page.onFrameNavigated(frame -> asked.clear());
        page.onRequest(asked::add);
        page.onRequestFinished(asked::remove);
        page.onRequestFailed(asked::remove);
        return page;
    }

    /** What was not looked at in another language: all that axe finds, in Chinese in each of its colours. */
    protected final void look(Page page, String where) throws Exception {
        look(page, where, List.of());
    }

    protected final void look(Page page, String where, List<String> lamps) throws Exception {
        if (settled(page)) {
            note(where, page.evaluate(UNSAID));
            note(where, AXE.flaws(page));
        } else {
            note(where, AXE.flaws(page, BOTH, lamps)); // another language has the same colours
        }
    }

    /** A page in English that was looked at in Chinese: the same elements, with other words. */
    protected final void words(Page page, String where) throws Exception {
        assertTrue(settled(page), where + " is in English");
        note(where, page.evaluate(UNSAID));
        note(where, AXE.flawsOfWords(page));
    }

    /** Whether it is in English. */
    private boolean settled(Page page) {
        page.waitForCondition(() -> asked.isEmpty());
        page.evaluate(SETTLED);
        page.waitForCondition(() -> asked.isEmpty());
        return page.locator("html").getAttribute("lang").equals("en");
    }

    private void note(String where, Object found) {
        ((List<?>) found).forEach(each -> flaws.add(where + ": " + each));
    }
}
