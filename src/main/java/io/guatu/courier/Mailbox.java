package io.guatu.courier;

/**
 * The server through which mail leaves, as the operator named it.
 *
 * @param tls TLS from the first byte; else STARTTLS, without which nothing is said
 * @param plain nothing is encrypted: for a server on this machine
 * @param user null: no log-in
 * @param from who writes
 */
public record Mailbox(String host, int port, boolean tls, boolean plain, String user, String password, String from) {
    /** A password has no place in a log. */
    @Override
    public String toString() {
        return "Mailbox[" + host + ":" + port + "]";
    }
}
