package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;

/**
 * What a search found, in the order that was asked for.
 *
 * @param until null: nothing more fits, or there is a page of it; else it was looked no further than this entry, and who wants
 *     to know more asks again from there on
 */
public record Found(List<Entry> entries, Long until) {
    public Found {
        entries = List.copyOf(entries);
    }
}
