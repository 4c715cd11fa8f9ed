package io.guatu.relay;

import io.guatu.ledger.Seal;
import io.guatu.state.Present;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a board is a function of, with the program: everything up to the entry {@code seq}, looked at on that day. The seal says
 * which past it is of: after a restore that nobody spoke of, the same epoch and number are another entry's.
 */
public record Moment(UUID epoch, long seq, Seal seal, LocalDate day) {
    public static Moment of(Present present) {
        return new Moment(
                present.board().epoch(),
                present.seq(),
                present.head().seal(),
                present.board().day());
    }
}
