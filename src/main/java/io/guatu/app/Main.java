package io.guatu.app;

import io.guatu.access.Passwords;
import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PgSnapshotStore;
import io.guatu.ledger.Silence;
import io.guatu.ledger.archive.Contents.Kind;
import io.guatu.relay.FoldAhead;
import io.guatu.relay.Snapshots;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code guatu}: starts the board. {@code guatu verify}: checks the ledger's chain and the heads that were
 * signed, and names the first broken entry;
 * {@code guatu verify snapshots}: folds all of it too, and names each snapshot that says something else.
 * {@code guatu backup FILE}, {@code guatu restore FILE}: all of a board, to be put back; {@code guatu export FILE},
 * {@code guatu import FILE}: what it was told, for another place; {@code guatu check FILE}: whether such a file is whole.
 * {@code guatu fold}: reads the ledger as this version's start would, beside an older one that serves, so that the start is short.
 * {@code guatu renew-epoch}: after a backup was restored by other means. Exit codes: 0 good, 1 it failed, 2 wrong settings or
 * words.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        Config config;
        try {
            config = Config.of(System.getenv());
        } catch (Config.Faulty e) {
            e.faults().forEach(System.err::println);
            System.exit(2);
            return;
        }
        String command = arguments.length == 0 ? "serve" : arguments[0];
        switch (command) {
            case "serve" -> attempt(() -> serve(config));
            case "verify" ->
                System.exit(attempt(() -> verify(config, List.of(arguments).contains("snapshots"))));
            case "backup", "restore", "export", "import", "check" -> {
                if (arguments.length != 2) {
                    System.err.println("Say which file: guatu " + command + " FILE");
                    System.exit(2);
                }
                System.exit(attempt(() -> archive(config, command, Path.of(arguments[1]))));
            }
            case "fold" -> System.exit(attempt(() -> fold(config)));
            case "renew-epoch" -> System.exit(attempt(() -> renewEpoch(config)));
            default -> {
                System.err.println("There is no command " + command
                        + ": use none, verify, fold, backup, restore, export, import, check, or renew-epoch.");
                System.exit(2);
            }
        }
    }

    private static int attempt(Callable<Integer> work) {
        try {
            return work.call();
        } catch (Exception e) {
            LOG.debug("it failed", e);
            System.err.println(Faults.sentence(e));
            System.exit(1);
            return 1;
        }
    }

    private static int serve(Config config) throws Exception {
        Program program =
                Program.open(config, Clock.systemUTC(), Passwords.Cost.RECOMMENDED, Silence.BORNE, Main::show);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program), "guatu-stop"));
        program.ready();
        Banner banner = new Banner(config, program, Seeds.lines(config.seed()));
        program.vertx().runOnContext(now -> {
            Node node = program.node();
            System.out.print(banner.text(
                    node.relay().board(),
                    node.relay().roster(),
                    Clock.systemUTC().instant()));
            System.out.flush();
        });
        return 0;
    }

    /** At once: should the rest of the start fail, it is the office's password all the same. */
    private static void show(String password) {
        System.out.println("  项目办 office    office / " + password + "   (shown once: write it down)");
        System.out.flush();
    }

    private static void stop(Program program) {
        try {
            program.close();
        } catch (IOException | RuntimeException e) {
            System.err.println(Faults.sentence(e));
        }
    }

    private static int verify(Config config, boolean snapshots) throws Exception {
        return beside(config, database -> {
            database.migrate();
            return verify(config, database, snapshots);
        });
    }

    private static int verify(Config config, Database database, boolean snapshots) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Verification verification = new Verification(vertx, database.pool(vertx, Silence.BORNE));
            boolean whole = verification.chain() & verification.heads(config) & verification.access(config);
            return whole && (!snapshots || verification.snapshots()) ? 0 : 1;
        } finally {
            vertx.close().await();
        }
    }

    /** The database stays as it is: the program that serves may be an older one, and know no newer shape of it. */
    private static int fold(Config config) throws Exception {
        return beside(config, database -> {
            Vertx vertx = Vertx.vertx();
            try {
                Pool pool = database.pool(vertx, Silence.BORNE);
                Snapshots snapshots = new Snapshots(vertx, new PgSnapshotStore(pool), Build.FOLD);
                FoldAhead.Folded folded = new FoldAhead(vertx, new PgLedger(pool), snapshots)
                        .run()
                        .await();
                System.out.println("Folded up to entry " + folded.seq() + ": this version starts from there.");
                folded.end()
                        .ifPresent(end -> System.err.println(
                                end.getMessage() + " (" + end.why() + "): it would stop there, and write nothing."));
                return folded.end().isEmpty() ? 0 : 1;
            } finally {
                vertx.close().await();
            }
        });
    }

    private static int archive(Config config, String command, Path file) throws Exception {
        Archives archives = new Archives(config, file);
        return switch (command) {
            case "backup" -> beside(config, database -> archives.backup(database) ? 0 : 1);
            case "export" -> beside(config, database -> archives.export(database) ? 0 : 1);
            case "restore" -> {
                archives.expect(Kind.BACKUP);
                yield alone(config, database -> {
                    archives.restore(database);
                    database.migrate();
                    return verify(config, database, false);
                });
            }
            case "import" -> {
                archives.expect(Kind.EXPORT);
                yield alone(config, database -> {
                    archives.bring(database, Main::show);
                    database.migrate();
                    return 0;
                });
            }
            default -> {
                archives.check();
                yield 0;
            }
        };
    }

    private static int renewEpoch(Config config) throws Exception {
        return alone(config, database -> {
            database.migrate();
            System.out.println("The ledger's epoch is now " + database.renewEpoch() + ": every viewer starts anew.");
            return 0;
        });
    }

    private interface Work {
        int on(Database database) throws Exception;
    }

    /** Work that only reads: beside the program that runs in this data folder, where one does. */
    private static int beside(Config config, Work work) throws Exception {
        Optional<Database> running =
                config.database().isPresent() ? Optional.empty() : EmbeddedPostgres.running(config.data());
        return running.isPresent() ? work.on(running.get()) : alone(config, work);
    }

    private static int alone(Config config, Work work) throws Exception {
        Optional<EmbeddedPostgres> embedded = Program.embedded(config);
        try {
            return work.on(Program.owner(config, embedded));
        } finally {
            if (embedded.isPresent()) {
                embedded.get().close();
            }
        }
    }
}
