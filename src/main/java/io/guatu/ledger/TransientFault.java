package io.guatu.ledger;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Whether a fault is the database's absence and no fault of anybody's request: the same may be asked again later. */
public final class TransientFault {
    /**
     * SQLSTATE of what another try may mend: connections, a transaction cut off or on a standby, a rollback, resources, a
     * lock or a state that was not to be had, an operator.
     */
    private static final Pattern PASSING = Pattern.compile("(08|25|40|53|55|57).*");

    /** The pool's and the connection's own faults have no class of theirs, and other rooms' faults have the same one. */
    private static final Pattern POOL = Pattern.compile("Pool closed|Timeout waiting for connection"
            + "|Connection pool reached max wait queue size of \\d+|Connection is not active.*|Connection closed|Failed to read any response from the server.*"
            + "|Pending requests failed to be sent.*|SSL handshake failed");

    private TransientFault() {}

    public static boolean explains(Throwable fault) {
        if (fault instanceof DatabaseException refused) {
            return refused.getSqlState() == null
                    || PASSING.matcher(refused.getSqlState()).matches();
        }
        return fault instanceof ClosedConnectionException
                || fault instanceof TimeoutException
                || fault instanceof SocketException
                || fault instanceof UnknownHostException
                || fault instanceof ClosedChannelException
                || fault instanceof io.netty.channel.unix.Errors.NativeIoException
                || (fault instanceof VertxException || fault instanceof IllegalStateException)
                        && POOL.matcher(String.valueOf(fault.getMessage())).matches();
    }
}
