package io.guatu.app;

import io.guatu.access.Keys;
import io.guatu.ledger.SigningKeys;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether all nodes of a board sign with keys that the others know: what one opens must open at the other. */
final class SharedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SharedKeys.class);

    private final Keys keys;

    SharedKeys(Keys keys) {
        this.keys = keys;
    }

    /** Says with what this node signs, and warns when the one that started before it signs with what it does not know. */
    Future<?> compare(SigningKeys seen) {
        return seen.see(keys.kid()).onSuccess(this::warn);
    }

    private void warn(Optional<String> other) {
        other.filter(kid -> !keys.knows(kid))
                .ifPresent(kid -> LOG.warn(
                        "The node that started last on this database signs with the key {}, which this one does not have:"
                                + " logins and links of the one open nothing at the other. All nodes of a board share one"
                                + " file of keys (GUATU_KEYS).",
                        kid));
    }
}
