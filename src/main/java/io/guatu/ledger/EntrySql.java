package io.guatu.ledger;

/** The statements by which people look into the ledger; {@link SearchSql} puts together what a search needs. */
final class EntrySql {
    static final String COLUMNS = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, body, seal
            FROM entry
            """;

    static final String READ_AFTER = COLUMNS + """
            WHERE seq > $1 AND seq < $3
            ORDER BY seq
            LIMIT $2
            """;

    static final String READ_THESE = COLUMNS + """
            WHERE seq = ANY ($1::bigint[]) AND seq < $2
            ORDER BY seq
            """;

    /** With what stands beside the body for the searches, and is not sealed itself. */
    static final String READ_SEALED = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, kind, refers, body,
                   seal
            FROM entry
            WHERE seq > $1
            ORDER BY seq
            LIMIT $2
            """;

    static final String READ_SEQ_BEFORE = """
            SELECT seq
            FROM entry
            WHERE at < $1
            ORDER BY at DESC, seq DESC
            LIMIT 1
            """;

    /** Whether there is an index of words, which only the owner can make: see deploy/README. */
    static final String READ_WORDS_INDEXED = """
            SELECT EXISTS (
                SELECT
                FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = 'entry'::regclass AND c.relname = 'entry_words' AND i.indisvalid
            ) AS so
            """;

    /** To a database whose letters are those of C no Chinese character is one: such an index holds none. */
    static final String READ_WORDS_CHINESE = """
            SELECT cardinality(show_trgm('挂图作战')) > 0 AS so
            """;

    /**
     * Each of the four ways by an index of its own, and no further than one page. What a company told is found once, before its
     * answers: a join of the two was planned, on a table that had just grown, as one search of the project for each of its entries.
     */
    static final String FIND_OWN = COLUMNS + """
            WHERE seq IN (
                (SELECT seq
                 FROM entry
                 WHERE project = $3 AND author_role = 'CONTRACTOR' AND author_id = ANY ($4::text[])
                   AND seq > $1 AND seq < $2
                 ORDER BY seq %1$s
                 LIMIT $7)
                UNION ALL
                (SELECT seq
                 FROM entry
                 WHERE project = $3 AND seq > $1 AND seq < $2
                   AND refers = ANY (ARRAY(
                       SELECT seq
                       FROM entry
                       WHERE project = $3 AND author_role = 'CONTRACTOR' AND author_id = ANY ($4::text[])))
                 ORDER BY seq %1$s
                 LIMIT $7)
                UNION ALL
                (SELECT seq
                 FROM entry
                 WHERE project = $3 AND seq = ANY ($5::bigint[]) AND seq > $1 AND seq < $2)
                UNION ALL
                (SELECT seq
                 FROM entry
                 WHERE project = $3 AND refers = ANY ($6::bigint[]) AND seq > $1 AND seq < $2)
            )
            ORDER BY seq %1$s
            LIMIT $7
            """;

    private EntrySql() {}
}
