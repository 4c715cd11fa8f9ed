package io.guatu.app;

import io.guatu.courier.Mailbox;
import io.guatu.domain.CoordinateSystem;
import io.guatu.exchange.Tiles;
import io.guatu.http.request.TrustedProxies;
import io.guatu.ledger.Database;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration, read once from the environment. README documents every variable.
 *
 * @param database empty: the embedded one in {@code data}
 * @param owner who migrates {@code database}; empty: the user of that does, and makes a login for the program
 * @param seed {@code demo}, {@code daguan-2023}, {@code none}, or a folder
 * @param proxies whose word on where a request comes from is believed, beside this machine's
 * @param keys the file of the signing keys
 * @param tls empty: plain HTTP, for localhost or behind a proxy
 * @param mailbox through which mail leaves; empty: none does
 * @param sendTo origins to which messages may be sent, beside public ones
 * @param scrapers who may read the metrics, beside this machine
 * @param lines as many lines of pages are open at once
 * @param tiles of the map service under the town's map; empty: none is asked
 */
public record Config(
        int port,
        String host,
        Path data,
        Optional<Database> database,
        Optional<Database> owner,
        String seed,
        Optional<String> officePassword,
        Set<String> origins,
        List<IpSubnetFilterRule> proxies,
        ZoneId zone,
        Path keys,
        Optional<Tls> tls,
        Optional<Mailbox> mailbox,
        Set<String> sendTo,
        List<IpSubnetFilterRule> scrapers,
        int lines,
        Optional<Tiles> tiles) {

    private static final Set<String> BUILT_IN = Set.of("demo", "daguan-2023", "none");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int A_LINE = 24 * 1024;
    private static final int MOST_LINES = 100_000;

    /** The server's certificate (with its chain) and its private key, PEM files. */
    public record Tls(Path certificate, Path key) {}

    /** Everything that is wrong with the environment, all at once. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1;
        private final transient List<String> faults;

        Faulty(List<String> faults) {
            super(String.join("\n", faults));
            this.faults = List.copyOf(faults);
        }

        public List<String> faults() {
            return faults;
        }
    }

    public static Config of(Map<String, String> environment) throws Faulty {
        List<String> faults = new ArrayList<>();
        Environment read = new Environment(environment, faults);
        Path data = read.value("GUATU_DATA", "./data", Config::path, "a folder");
        Config config = new Config(
                read.value("GUATU_PORT", "8080", Config::port, "a number from 0 to 65535"),
                read.value("GUATU_HOST", "127.0.0.1", host -> host, "an address"),
                data,
                read.optional(
                        "GUATU_DATABASE_URL",
                        DatabaseUrl::read,
                        "postgresql://user:password@host:port/db, perhaps with more hosts by commas and"
                                + " ?target_session_attrs=read-write, ?sslmode=disable, require or verify-full"),
                read.optional(
                        "GUATU_DATABASE_OWNER_URL",
                        DatabaseUrl::read,
                        "like GUATU_DATABASE_URL, with the owner's name"),
                read.value("GUATU_SEED", "demo", Config::seed, "demo, daguan-2023, none, or an existing folder"),
                read.optional(
                        "GUATU_OFFICE_PASSWORD", Config::password, "at least " + SHORTEST_PASSWORD + " characters"),
                read.value("GUATU_ORIGINS", "", Config::origins, "origins like https://board.example.org, by commas"),
                read.value("GUATU_PROXIES", "", Config::networks, "addresses or networks like 10.1.0.0/16, by commas"),
                read.value("GUATU_ZONE", "Asia/Shanghai", ZoneId::of, "a time zone like Asia/Shanghai"),
                read.optional("GUATU_KEYS", Config::file, "an existing file").orElse(data.resolve("keys.json")),
                tls(read, faults),
                mailbox(read, faults),
                read.value("GUATU_SEND_TO", "", Config::origins, "origins like https://hooks.town.example, by commas"),
                read.value(
                        "GUATU_METRICS_FROM",
                        "",
                        Config::networks,
                        "addresses or networks like 10.1.0.0/16, by commas"),
                read.value("GUATU_LINES", "", Config::lines, "how many lines of pages may be open at once"),
                tiles(read, faults));
        for (String name : environment.keySet()) {
            if (name.startsWith("GUATU_") && !read.known().contains(name) && !name.startsWith("GUATU_BROWSER")) {
                faults.add(
                        name + " is not a setting of Guatu; the settings are " + String.join(", ", read.known()) + ".");
            }
        }
        if (config.owner().isPresent() && config.database().isEmpty()) {
            faults.add("GUATU_DATABASE_OWNER_URL names the owner of GUATU_DATABASE_URL: set that too.");
        }
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        return config;
    }

    /** As many as two fifths of the heap carry: an idle one takes some 20 KiB of it. */
    private static int lines(String text) {
        long carried = Runtime.getRuntime().maxMemory() / 5 * 2 / A_LINE;
        int lines = text.isEmpty() ? (int) Math.min(MOST_LINES, carried) : Integer.parseInt(text);
        if (lines < 1) {
            throw new IllegalArgumentException();
        }
        return lines;
    }

    /** Whose they are must be said, and in which system they are drawn is never guessed. */
    private static Optional<Tiles> tiles(Environment read, List<String> faults) {
        Optional<CoordinateSystem> system = read.optional("GUATU_TILES_SYSTEM", Config::system, "wgs-84 or gcj-02");
        Optional<String> by = read.optional("GUATU_TILES_BY", text -> text, "whose the tiles are");
        Optional<Tiles> tiles = read.optional(
                "GUATU_TILES",
                address -> new Tiles(address, system.orElse(CoordinateSystem.WGS_84), by.orElse("")),
                "an address like https://tiles.town.example/{z}/{x}/{y}.png");
        if (tiles.isPresent() && (system.isEmpty() || by.isEmpty())) {
            faults.add("GUATU_TILES goes together with GUATU_TILES_SYSTEM and GUATU_TILES_BY: set those too.");
        }
        return tiles;
    }

    private static CoordinateSystem system(String text) {
        return switch (text) {
            case "wgs-84" -> CoordinateSystem.WGS_84;
            case "gcj-02" -> CoordinateSystem.GCJ_02;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Optional<Tls> tls(Environment read, List<String> faults) {
        Optional<Path> certificate = read.optional("GUATU_TLS_CERT", Config::file, "an existing PEM file");
        Optional<Path> key = read.optional("GUATU_TLS_KEY", Config::file, "an existing PEM file");
        if (certificate.isPresent() != key.isPresent() && faults.stream().noneMatch(fault -> fault.contains("_TLS_"))) {
            faults.add("GUATU_TLS_CERT and GUATU_TLS_KEY go together: set both or none.");
        }
        return certificate.flatMap(cert -> key.map(pem -> new Tls(cert, pem)));
    }

    private static Optional<Mailbox> mailbox(Environment read, List<String> faults) {
        Optional<String> from = read.optional("GUATU_MAIL_FROM", Config::mail, "an address like board@town.example");
        Optional<Mailbox> server = read.optional(
                "GUATU_SMTP",
                url -> SmtpUrl.read(url, from.orElse(null)),
                "smtps://user:password@host:465 or smtp://user:password@host:587, perhaps with ?tls=none");
        if (server.isPresent() && from.isEmpty()) {
            faults.add("GUATU_MAIL_FROM says who writes the mail that GUATU_SMTP sends: set that too.");
        }
        return server;
    }

    private static String mail(String text) {
        return check(text.matches("[^@\\s<>,;]+@[^@\\s<>,;]+"), text);
    }

    private static Path file(String text) {
        return check(Files.isReadable(path(text)) && !Files.isDirectory(path(text)), path(text));
    }

    private static Integer port(String text) {
        int port = Integer.parseInt(text);
        return check(port >= 0 && port <= 65_535, port);
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String seed(String text) {
        return check(BUILT_IN.contains(text) || Files.isDirectory(path(text)), text);
    }

    private static String password(String text) {
        return check(text.length() >= SHORTEST_PASSWORD, text);
    }

    private static List<IpSubnetFilterRule> networks(String text) {
        return listed(text).stream().map(TrustedProxies::subnet).toList();
    }

    private static Set<String> listed(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> origins(String text) {
        Set<String> origins = listed(text);
        return check(origins.stream().allMatch(origin -> origin.matches("https?://[^/?#\\s]+")), origins);
    }

    private static <T> T check(boolean good, T value) {
        if (!good) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
