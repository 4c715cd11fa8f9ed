package io.guatu.bench.part;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Table;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wall and the phone's page in a browser that has never seen them; the phone's on a slow line. */
final class Pages implements Part {
    private static final int WALL_KIB = 350;
    private static final int PHONE_KIB = 120;
    private static final double SLOW_BYTES_A_SECOND = 400_000 / 8.0;
    private static final int FAR_MILLIS = 300;
    private static final String WALL_SHOWS = "() => document.querySelector('wall-chart')?.board?.cards";
    private static final String PHONE_SHOWS = "() => document.querySelector('[data-act=send]')?.offsetHeight";
    private static final String PAINTED =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";

    /** What a page took: as the network had it, and when it was there. */
    private static final class Taken {
        private double bytes;
        private int requests;
    }

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Optional<Path> chromium = List.of("chromium-headless-shell", "chromium", "google-chrome").stream()
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        Table table = new Table(
                "page, cold", "KiB over the network", "requests", "first paint, s", "shows what it is for, s");
        if (chromium.isEmpty()) {
            return new Found("Pages", table, List.of(), List.of("Chromium is absent (Debian: chromium)."));
        }
        try (Guatu guatu = Guatu.start(workshop, List.of());
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.get())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            String wall = link(guatu, "/wall");
            String phone = link(guatu, "/report");
            for (int round = 0; workshop.another(round - 1, Rounds.FEW); round++) {
                String as = round == 0 ? "warm " : ""; // the first one warms up
                look(browser, rounds, as + "wall", wall, 1920, 1080, WALL_SHOWS, false);
                look(browser, rounds, as + "phone", phone, 360, 740, PHONE_SHOWS, true);
            }
        }
        bound(rounds, "wall", WALL_KIB);
        bound(rounds, "phone", PHONE_KIB);
        row(table, rounds, "wall, on this machine", "wall");
        row(table, rounds, "phone, at 400 kbit/s and 300 ms", "phone");
        Chart chart = new Chart("A page that was never seen, until it shows what it is for", "s, less is better")
                .ours("wall", rounds.of("wall shows"))
                .ours("phone, slow line", rounds.of("phone shows"));
        return new Found(
                "Pages",
                table,
                List.of(chart),
                List.of(
                        "Each time in a browser's context of its own, without a cache. As the network had it: compressed, heads "
                                + "included, sockets not. More than " + WALL_KIB + " KiB for the wall or " + PHONE_KIB
                                + " for the phone ends the bench; for the times the browser's own processor counts, which is this "
                                + "machine's."));
    }

    private static String link(Guatu guatu, String page) throws IOException {
        Matcher link =
                Pattern.compile("http\\S+" + page + "\\S+").matcher(guatu.run().said());
        if (!link.find()) {
            throw new IOException("The board says no link to " + page + ".");
        }
        return link.group();
    }

    private static void look(
            Browser browser,
            Rounds rounds,
            String name,
            String link,
            int width,
            int height,
            String shows,
            boolean slow) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(slow)
                .setBypassCSP(true))) {
            Page page = context.newPage();
            Taken taken = new Taken();
            CDPSession session = context.newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.requestWillBeSent", sent -> taken.requests++);
            session.on(
                    "Network.loadingFinished",
                    done -> taken.bytes += done.get("encodedDataLength").getAsDouble());
            if (slow) {
                session.send("Network.emulateNetworkConditions", slowLine());
            }
            long began = System.nanoTime();
            page.navigate(link);
            page.waitForFunction(shows);
            rounds.add(name + " shows", (System.nanoTime() - began) / 1e9);
            rounds.add(name + " painted", ((Number) page.evaluate(PAINTED)).doubleValue() / 1e3);
            page.waitForLoadState();
            rounds.add(name + " KiB", taken.bytes / 1024);
            rounds.add(name + " requests", taken.requests);
        }
    }

    private static JsonObject slowLine() {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", FAR_MILLIS);
        line.addProperty("downloadThroughput", SLOW_BYTES_A_SECOND);
        line.addProperty("uploadThroughput", SLOW_BYTES_A_SECOND);
        return line;
    }

    private static void bound(Rounds rounds, String name, int most) throws IOException {
        double kibibytes = rounds.of(name + " KiB").median();
        if (kibibytes > most) {
            throw new IOException(
                    "The " + name + " takes " + Math.round(kibibytes) + " KiB, and may take " + most + ".");
        }
    }

    private static void row(Table table, Rounds rounds, String title, String name) {
        table.row(
                title,
                rounds.of(name + " KiB").text(),
                rounds.of(name + " requests").text(),
                rounds.of(name + " painted").text(),
                rounds.of(name + " shows").text());
    }
}
