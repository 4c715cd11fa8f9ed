package io.guatu.ledger.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an archive holds, as it says at its beginning.
 *
 * @param format of the archive itself
 * @param program the version that made it
 * @param schema up to which migration the tables were when it was made
 * @param seq the newest entry, and its {@code seal}
 * @param tables in an order in which they can be filled
 */
public record Contents(
        int format,
        Kind kind,
        Instant made,
        String program,
        String schema,
        UUID epoch,
        long seq,
        String seal,
        List<Table> tables) {
    static final int FORMAT = 1;
    static final String NAME = "board.json";

    /** What is said on a terminal, and asked of a database. */
    private static final String VERSION = "[\\w.+-]{1,60}";

    /** @throws RuntimeException for what no program of ours wrote */
    public Contents {
        tables = List.copyOf(tables);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(made);
        Objects.requireNonNull(seal);
        if (!program.matches(VERSION) || !schema.matches("\\d+(\\.\\d+){0,3}") || seq < 0 || format != FORMAT) {
            throw new IllegalArgumentException("no archive of a board says that");
        }
    }

    /** All of a board, to be put back; or what it was told, for another place. */
    public enum Kind {
        BACKUP,
        EXPORT
    }

    public record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }
}
