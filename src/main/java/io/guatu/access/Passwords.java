package io.guatu.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Argon2id with the parameters that OWASP recommends (19 MiB, 2 passes, 1 lane), always off the event loop. */
public final class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Checked when nobody has that name, so that the time of the answer does not tell. */
    private static final String NOBODY = hashed("nobody has this name");

    private final Vertx vertx;
    private final Keys keys;

    public Passwords(Vertx vertx, Keys keys) {
        this.vertx = vertx;
        this.keys = keys;
    }

    /** Stands for the password where two requests are compared: without the key, which no database has, nobody can try. */
    public String mark(String password) {
        return keys.mark("password " + password);
    }

    public Future<String> hash(String password) {
        return vertx.executeBlocking(() -> hashed(password), false);
    }

    /** Whether the password is the one that was hashed; no hash is never right, and takes as long. */
    public Future<Boolean> matches(String password, Optional<String> hash) {
        return vertx.executeBlocking(
                () -> {
                    String against = hash.orElse(NOBODY);
                    boolean same = Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
                    return same && hash.isPresent();
                },
                false);
    }

    private static String hashed(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }
}
