package io.guatu.domain;

/**
 * An update that somebody else must have allowed. {@code approver} says in words who did, filled in by the command room so that
 * the entry reads as a sentence; entries from before there was an {@link Approval} have words alone.
 */
public interface Approved {
    Approval approval();

    Update approvedBy(String words);
}
