package io.guatu.app;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A wall's display of 65 inches, which is 1.439 m wide, in the sizes that they have, and what can be read on it from five
 * metres. The measure is the em square, which a Chinese character fills: 16 minutes of arc for what matters, 12 for all that
 * is said.
 */
final class Glass {
    static final int[][] SIZES = {{1366, 768}, {1920, 1080}, {3840, 2160}, {1080, 1920}};

    /** Settled: rows seated, nothing on the way in. */
    private static final String SETTLED = """
            async () => {
              await document.fonts.ready;
              for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
              await Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations < 9).map(({ finished }) => finished));
            }""";

    /** Each kind of words that is too small, with its smallest angle. */
    private static final String TOO_SMALL = """
            (mattering) => {
              const MATTERS = '.percent, :is(.red, .yellow) .reason, .lamps b, .programme b, wall-focus h2, header h1, wall-pairing :is(h1, .state, li, .why)';
              const minutes = (px) => 2 * Math.atan((px * 1.439) / innerWidth / 2 / 5) * (180 / Math.PI) * 60;
              const short = (element) => element.matches('.row h2, .small h2, .why h4 span, wall-foot b') && [...element.textContent].length <= 9;
              const least = new Map();
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
                const unit = element.matches('li small, .percent small, .programme small, .whose small');
                const matters = mattering && (!unit && (element.closest(MATTERS) || short(element)) || !element.matches('small') && element.closest('.figures b, .band, header [data-clock]'));
                const angle = minutes(parseFloat(getComputedStyle(element).fontSize));
                const kind = `${element.closest('wall-pairing, wall-focus, wall-foot, wall-side, wall-chart, header')?.localName} ${element.localName}.${element.className} in ${element.parentElement.className}${matters ? ' matters' : ''}`;
                if (angle < (matters ? 16 : 12) && angle < (least.get(kind) ?? Infinity)) least.set(kind, Number(angle.toFixed(2)));
              }
              return [...least].map(([kind, angle]) => `${kind} ${angle}′`);
            }""";

    /** Words that lie on others: their em squares meet. And words that are cut off, and a page that hangs over. */
    private static final String OVERPRINTED = """
            () => {
              const clips = new Map();
              const clip = (at) => {
                if (!clips.has(at)) clips.set(at, getComputedStyle(at).overflowX === 'visible' ? null : at.getBoundingClientRect());
                return clips.get(at);
              };
              const boxes = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                const element = node.parentElement;
                if (!node.data.trim() || !element.getClientRects().length) continue;
                const high = parseFloat(getComputedStyle(element).fontSize) * 0.86;
                const range = document.createRange();
                range.selectNodeContents(node);
                for (const rect of range.getClientRects()) {
                  const middle = (rect.top + rect.bottom) / 2;
                  const box = { node, left: rect.left, right: rect.right, top: middle - high / 2, bottom: middle + high / 2 };
                  for (let at = element; at && at !== document.body; at = at.parentElement) {
                    const edge = clip(at);
                    if (!edge) continue;
                    box.left = Math.max(box.left, edge.left); box.right = Math.min(box.right, edge.right);
                    box.top = Math.max(box.top, edge.top); box.bottom = Math.min(box.bottom, edge.bottom);
                  }
                  if (box.right - box.left > 1 && box.bottom - box.top > 1) boxes.push(box);
                }
              }
              const found = [];
              boxes.sort((one, other) => one.top - other.top);
              boxes.forEach((a, i) => {
                for (let next = i + 1; next < boxes.length && boxes[next].top < a.bottom; next++) {
                  const b = boxes[next];
                  if (a.node === b.node) continue;
                  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                  if (wide > 1.5 && high > 1.5) found.push(`${a.node.data.trim()} | ${b.node.data.trim()}`);
                }
              });
              const cut = [...document.querySelectorAll('.row h2, .small h2, .name small, .reason p, .percent, .against, .age, .figures *, .lamps *, header *, .columns > span, .months *, time-machine *')]
                .filter((each) => each.clientWidth > 0 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight * 1.4 + 1))
                .map((each) => `cut: ${each.className} ${each.textContent.trim()}`);
              const { scrollHeight, scrollWidth } = document.documentElement;
              const fits = scrollHeight <= innerHeight + 1 && scrollWidth <= innerWidth + 1;
              return [...found, ...cut, ...(fits ? [] : ['does not fit'])];
            }""";

    /** Both at once: each question asked of a page costs as much as what it asks. */
    private static final String SETTLED_AND_READ =
            "async () => { await (" + SETTLED + ")(); return (" + OVERPRINTED + ")(); }";

    /** Those that are set small although they fit larger. */
    private static final String SHORT_NAMES = """
            () => [...document.querySelectorAll('.row:is(.red, .yellow) h2')]
              .filter((name) => parseFloat(getComputedStyle(name).fontSize) < parseFloat(getComputedStyle(name.closest('.cells')).fontSize)
                && [...name.textContent].length <= 10)
              .map((name) => name.textContent)""";

    private final Page page;
    private final List<String> flaws;

    Glass(Page page, List<String> flaws) {
        this.page = page;
        this.flaws = flaws;
    }

    /** Nothing lies on other words or is cut off or hangs over, in these sizes; and what else is to be seen in each. */
    void look(String what, int[][] sizes, BiConsumer<Integer, String> also) {
        // Where words lie is the point: nothing is painted meanwhile, which on the largest took most of the time.
        page.evaluate("document.documentElement.style.visibility = 'hidden'");
        for (int[] size : sizes) {
            page.setViewportSize(size[0], size[1]);
            String at = size[0] + "×" + size[1] + " " + what;
            note(at, SETTLED_AND_READ, null);
            also.accept(size[0], at);
        }
        page.evaluate("document.documentElement.style.visibility = ''");
    }

    void look(String what) {
        look(what, SIZES, (width, at) -> {});
    }

    /** All that is said is 12 minutes of arc high, and what matters 16. */
    void large(String at) {
        note(at, TOO_SMALL, true);
    }

    /** All that is said is 12 minutes of arc high. */
    void readable(String at) {
        note(at, TOO_SMALL, false);
    }

    /** A name that fits has its lamp's size. */
    void namesAreLarge(String at) {
        note(at + " short names", SHORT_NAMES, null);
    }

    void note(String at, String script, Object told) {
        ((List<?>) page.evaluate(script, told)).forEach(each -> flaws.add(at + ": " + each));
    }
}
