package io.guatu.courier;

/**
 * By what a receiver is reached: a robot's or a webhook's address or a mailbox, and the secret that messages are signed with;
 * null: none. Only the vault and the channel see it.
 */
public record Reached(String address, String secret) {
    /** A secret has no place in a log. */
    @Override
    public String toString() {
        return "Reached[…]";
    }
}
