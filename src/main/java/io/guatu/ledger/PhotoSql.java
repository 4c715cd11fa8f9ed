package io.guatu.ledger;

/** The statements of the pictures. */
final class PhotoSql {
    static final String BRING_PHOTO = """
            INSERT INTO photo_waiting (id, project, photo, picture, thumbnail)
            VALUES ($1, $2, $3, $4, $5)
            """;

    /** This one, and whatever a program left behind that was ended in between. */
    static final String DROP_PHOTO = """
            DELETE FROM photo_waiting
            WHERE id = $1 OR since < now() - interval '1 hour'
            """;

    static final String READ_PICTURE = """
            SELECT picture AS bytes
            FROM photo
            WHERE project = $1 AND id = $2
            """;

    static final String READ_THUMBNAIL = """
            SELECT thumbnail AS bytes
            FROM photo
            WHERE project = $1 AND id = $2
            """;

    private PhotoSql() {}
}
