package io.guatu.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One-row inserts into the board's own PostgreSQL, past the board: what its disk and its database allow. */
public final class Inserts {
    private static final String OWNER = "guatu_owner";
    private static final String DATABASE = "bench";
    private static final String INSERT = "INSERT INTO told (body) VALUES (repeat('x', 300))";
    private static final int LONGEST = 8;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final int port;
    private final String password;

    Inserts(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /** In a database of its own. */
    public void begin() throws SQLException {
        try (Connection owner = connect("postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        try (Connection owner = connect(DATABASE);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "CREATE TABLE told (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), body text)");
        }
    }

    /** Commits one row on that connection. */
    public static void one(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(INSERT);
        }
    }

    public Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, OWNER, password);
    }

    /** A connection to the board's own database. */
    public Connection board() throws SQLException {
        return connect("postgres");
    }

    /** How many the board's database has committed so far. */
    public static long transactions(Connection board) throws SQLException {
        try (Statement statement = board.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    public static Optional<Path> pgbench() {
        return Workshop.program("pgbench");
    }

    /** What pgbench commits a second through so many connections. On a busy machine it may take its time to connect them all. */
    public double rate(Path pgbench, Path folder, int connections, int seconds) throws Exception {
        for (int longer = seconds; ; longer *= 2) {
            String said = said(pgbench, folder, connections, longer);
            Matcher rate = RATE.matcher(said);
            if (rate.find()) {
                return Double.parseDouble(rate.group(1));
            }
            if (longer > LONGEST) {
                throw new IOException("pgbench: " + said);
            }
        }
    }

    private String said(Path pgbench, Path folder, int connections, int seconds) throws Exception {
        Path script = folder.resolve("insert.sql");
        Files.writeString(script, INSERT + ";\n");
        ProcessBuilder builder = new ProcessBuilder(
                        pgbench.toString(),
                        "-n",
                        "-f",
                        script.toString(),
                        "-c",
                        "" + connections,
                        "-j",
                        "1",
                        "-T",
                        "" + seconds,
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-U",
                        OWNER,
                        DATABASE)
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
