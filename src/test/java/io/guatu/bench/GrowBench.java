package io.guatu.bench;

import io.guatu.access.Passwords;
import io.guatu.app.Config;
import io.guatu.app.Program;
import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import io.guatu.ledger.LedgerCopy;
import io.guatu.ledger.Silence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fills a data folder with a board that has told much, as if it had been used for years. A board is begun there first, so that
 * it has its rules, its working days and its office, {@code office} with the password {@link #PASSWORD}.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.GrowBench -Dexec.classpathScope=test
 * -Dexec.args="FOLDER ENTRIES PROJECTS [MILESTONES [YEARS]]"}
 */
public final class GrowBench {
    static final String PASSWORD = "correct-horse-battery-9";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private GrowBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long entries = Long.parseLong(arguments[1]);
        int projects = Integer.parseInt(arguments[2]);
        int milestones = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        int years = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 6;
        LocalDate last = LocalDate.now(ZONE).minusDays(1);
        LocalDate first = last.minusYears(years);
        long began = System.nanoTime();
        begin(folder, first);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder.resolve("postgres-programs"));
                Connection owner = connect(postgres.database());
                LedgerCopy copy = new LedgerCopy(owner)) {
            new Growth(entries, projects, milestones, first, last, ZONE).tell(copy::next, entry -> {
                copy.add(entry);
                if (copy.next() % 1_000_000 == 0) {
                    said("%,d entries", copy.next(), began);
                }
            });
            said("%,d entries, now their indexes", copy.next() - 1, began);
        }
        said("a board of %,d entries", entries, began);
    }

    private static void begin(Path folder, LocalDate first) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GUATU_DATA",
                folder.toString(),
                "GUATU_PORT",
                "0",
                "GUATU_SEED",
                "none",
                "GUATU_OFFICE_PASSWORD",
                PASSWORD));
        Clock then = Clock.fixed(first.atStartOfDay(ZONE).toInstant(), ZONE);
        Program.start(Config.of(environment), then, Passwords.Cost.RECOMMENDED, Silence.BORNE)
                .close();
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                database.user(),
                database.password());
    }

    private static void said(String what, long many, long began) {
        System.out.printf(Locale.ROOT, what + " after %.0f s%n", many, (System.nanoTime() - began) / 1e9);
    }
}
