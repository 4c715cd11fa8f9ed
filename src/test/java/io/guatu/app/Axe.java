package io.guatu.app;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What axe finds on the pages of a test. Every rule but one sees every page whole. Whether words stand out from their ground
 * takes most of its time, and the answer is that of the colours, the size and what lies beneath: it is asked once for each
 * place (by the elements and classes around it) in each of its colours, on the page that first shows it. A hundred rows of
 * a table are one, and so is the frame around all sections.
 */
final class Axe {
    private static final String LOOK = """
            async ([judged, themes, lamps, words]) => {
              const { dataset } = document.documentElement;
              const asFound = { theme: dataset.theme, lamps: dataset.lamps };
              const seen = new Set(judged);
              const unseen = [];
              const found = [];
              const violations = async (options) => {
                const said = await axe.run(document, { resultTypes: ['violations'], preload: false, ...options });
                for (const { id, nodes } of said.violations) {
                  for (const { target, any } of nodes) found.push(`${dataset.theme} ${dataset.lamps ?? ''} ${id} ${target} ${any[0]?.message ?? ''}`);
                }
              };
              const hash = (words) => {
                let [one, other] = [0x811c9dc5, 5381];
                for (let at = 0; at < words.length; at++) {
                  one = Math.imul(one ^ words.charCodeAt(at), 0x01000193);
                  other = Math.imul(other, 33) ^ words.charCodeAt(at);
                }
                return (one >>> 0).toString(36) + (other >>> 0).toString(36);
              };
              const fresh = () => {
                const places = new Map([[document.documentElement, dataset.theme]]);
                const place = (element) => {
                  if (!places.has(element)) {
                    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
                    places.set(element, hash([place(element.parentElement), element.localName, element.className.baseVal ?? element.className, backgroundColor, backgroundImage, opacity, filter].join(' ')));
                  }
                  return places.get(element);
                };
                return [...document.body.querySelectorAll('*')].filter((element) => {
                  const speaks = element.matches('input, select, textarea') || [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
                  if (!speaks || !element.getClientRects().length) return false;
                  const { color, fontSize, fontWeight, textShadow, visibility } = getComputedStyle(element);
                  const disabled = Boolean(element.closest(':disabled, [aria-disabled=true]'));
                  const kind = hash([place(element), color, fontSize, fontWeight, textShadow, visibility, disabled].join('|'));
                  if (seen.has(kind)) return false;
                  seen.add(kind);
                  unseen.push(kind);
                  return true;
                });
              };
              // What depends on which words stand there; colours are asked for where they are new.
              const ofWords = {
                runOnly: { type: 'tag', values: ['cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.language'] },
                rules: { 'color-contrast': { enabled: true }, 'scrollable-region-focusable': { enabled: true } },
              };
              axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-unjudged]' }] });
              let whole = true;
              for (const theme of themes.length ? themes : [asFound.theme]) {
                for (const lamp of lamps.length ? lamps : [asFound.lamps ?? '']) {
                  dataset.theme = theme;
                  if (lamp) dataset.lamps = lamp; else delete dataset.lamps;
                  await new Promise(requestAnimationFrame);
                  const unjudged = fresh();
                  unjudged.forEach((element) => element.setAttribute('data-unjudged', ''));
                  if (whole || unjudged.length) await violations(whole ? (words ? ofWords : {}) : { runOnly: ['color-contrast'] });
                  unjudged.forEach((element) => element.removeAttribute('data-unjudged'));
                  whole = false;
                }
              }
              dataset.theme = asFound.theme;
              if (asFound.lamps) dataset.lamps = asFound.lamps; else delete dataset.lamps;
              return { found, unseen };
            }""";

    private static String program;

    private final Set<Object> judged = ConcurrentHashMap.newKeySet();

    /** What is wrong with this page, in the colours that it has. */
    List<String> flaws(Page page) throws IOException {
        return flaws(page, List.of(), List.of(), false);
    }

    /** What other words can spoil on a page that was looked at in another language: names, labels, what they make scroll. */
    List<String> flawsOfWords(Page page) throws IOException {
        return flaws(page, List.of(), List.of(), true);
    }

    /** The same in several themes and colours of the lamps; no theme: the one that it has. */
    List<String> flaws(Page page, List<String> themes, List<String> lamps) throws IOException {
        return flaws(page, themes, lamps, false);
    }

    private List<String> flaws(Page page, List<String> themes, List<String> lamps, boolean words) throws IOException {
        into(page);
        Map<?, ?> said = (Map<?, ?>) page.evaluate(LOOK, List.of(List.copyOf(judged), themes, lamps, words));
        judged.addAll((List<?>) said.get("unseen"));
        List<String> flaws = new ArrayList<>();
        ((List<?>) said.get("found")).forEach(each -> flaws.add(each.toString()));
        return flaws;
    }

    /** Axe itself, in a page that accepts scripts of the test. */
    static void into(Page page) throws IOException {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(program()));
        }
    }

    private static synchronized String program() throws IOException {
        if (program == null) {
            try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
                program = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return program;
    }
}
