package io.guatu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login by which the program uses the database: it may what {@code guatu_app} may, and nobody can be more by it. Who logs
 * in as the owner and only puts {@code guatu_app} on is one {@code SET ROLE NONE} away from changing the ledger. The owner,
 * who migrates, makes this login when it is missing; its password follows from the owner's, so that every node knows it and
 * none has to keep it. All methods block.
 */
final class ProgramLogin {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramLogin.class);
    private static final int LONGEST_NAME = 63;
    private static final int SALT_BYTES = 16;

    private final Database owner;

    ProgramLogin(Database owner) {
        this.owner = owner;
    }

    /** The login of its own; the owner's, with a loud warning, where the owner may not make one. */
    Database made() {
        Database own = owner.as(name(owner.name()), password());
        try {
            if (!known(own.user())) {
                make("CREATE", own);
            }
            try {
                check(own);
            } catch (SQLException refused) {
                make("ALTER", own); // its password was another owner's, or another password of this one
                check(own);
            }
            return own;
        } catch (SQLException e) {
            LOG.warn(
                    "The program uses the database as its owner {}: what is append-only could be undone by it, because a login"
                            + " of its own cannot be made or used ({}). Give {} CREATEROLE and the admin option on guatu_app,"
                            + " or name another user in GUATU_DATABASE_URL and the owner in GUATU_DATABASE_OWNER_URL.",
                    owner.user(),
                    firstLine(e),
                    owner.user());
            return owner;
        }
    }

    /** The login that the settings name: it becomes a member of {@code guatu_app} when it is none yet. */
    Database named(Database own) throws SQLException {
        try {
            execute("GRANT guatu_app TO %I", own.user());
        } catch (SQLException e) {
            LOG.debug("perhaps it is a member already", e);
        }
        try {
            check(own);
        } catch (SQLException e) {
            if (!TooMighty.STATE.equals(e.getSQLState())) {
                throw e;
            }
            LOG.warn(
                    "The user {} of GUATU_DATABASE_URL may change the ledger: what is append-only could be undone by it."
                            + " Name one that is a member of guatu_app and nothing else.",
                    own.user());
        }
        return own;
    }

    private static final class TooMighty extends SQLException {
        private static final long serialVersionUID = 1;
        private static final String STATE = "GUATU";

        TooMighty() {
            super("it may change the ledger", STATE);
        }
    }

    /** Tries it. @throws SQLException when it opens nothing, or too much */
    private static void check(Database own) throws SQLException {
        try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.user(), own.password());
                Statement statement = connection.createStatement();
                ResultSet bound = statement.executeQuery(OwnerSql.IS_BOUND)) {
            if (!bound.next() || !bound.getBoolean(1)) {
                throw new TooMighty();
            }
        }
    }

    private boolean known(String role) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(OwnerSql.IS_ROLE)) {
            statement.setString(1, role);
            try (ResultSet there = statement.executeQuery()) {
                return there.next();
            }
        }
    }

    private void make(String verb, Database own) throws SQLException {
        // The server and its logs see a verifier, never the password.
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String verifier = PasswordUtil.encodeScramSha256(own.password().toCharArray(), iterations(), salt);
        try {
            execute(verb + " ROLE %I LOGIN PASSWORD %L", own.user(), verifier);
        } catch (SQLException e) {
            if (!known(own.user())) {
                throw e; // else another node was faster
            }
        }
        execute("GRANT guatu_app TO %I", own.user());
    }

    /** As often as the server hashes the passwords that it is told itself. */
    private int iterations() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet set = statement.executeQuery(OwnerSql.SCRAM_ITERATIONS)) {
            set.next();
            return set.getInt(1);
        }
    }

    /** One statement, with these names and values in it as the server itself quotes them. */
    private void execute(String format, String... values) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement quoting = connection.prepareStatement(OwnerSql.QUOTED);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(OwnerSql.ONE_AT_A_TIME);
            quoting.setString(1, format);
            quoting.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet quoted = quoting.executeQuery()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
            connection.commit();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
    }

    /** One for each database: logins are the whole server's, and the next town has another owner. */
    static String name(String database) {
        String name = "guatu_app_" + database;
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? name
                : "guatu_app_" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String password() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An owner without a password (trusted by its address) still needs a key.
            byte[] secret = ("guatu " + owner.password()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] derived = mac.doFinal((owner.user() + "\n" + owner.name()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC-SHA256
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
