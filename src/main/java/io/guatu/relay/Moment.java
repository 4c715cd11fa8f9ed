package io.guatu.relay;

import io.guatu.board.Board;
import java.time.LocalDate;
import java.util.UUID;

/** What a board is a function of, with the program: everything up to the entry {@code seq}, looked at on that day. */
public record Moment(UUID epoch, long seq, LocalDate day) {
    public static Moment of(Board board) {
        return new Moment(board.epoch(), board.seq(), board.day());
    }
}
