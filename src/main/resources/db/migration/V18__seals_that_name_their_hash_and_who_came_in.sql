-- A seal names its hash from now on; one without a name is of SHA-256, and stays what it is.
ALTER TABLE head DROP CONSTRAINT head_seal_check;
ALTER TABLE head ADD CHECK (seal ~ '^((sha-256|sm3):)?[0-9a-f]{64}$');

-- Who came in, who was refused, and what was taken away: apart from the ledger, which says what was told. Each row carries an
-- HMAC of itself and the row before it, by the signing key that is named: what is changed or cut out of the middle shows. id
-- counts without gaps, because the one row of access_head is locked and advanced by whoever adds.
CREATE TABLE access_log (
    id      bigint      PRIMARY KEY CHECK (id > 0),
    at      timestamptz NOT NULL,
    kind    text        NOT NULL,
    who     text,
    role    text,
    address text        NOT NULL,
    what    text,
    times   integer     NOT NULL CHECK (times > 0),
    kid     text        NOT NULL,
    mac     text        NOT NULL
);

CREATE INDEX access_log_at ON access_log (at);
CREATE INDEX access_log_who ON access_log (who, id);

CREATE TABLE access_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id  bigint  NOT NULL,
    mac text    NOT NULL
);

INSERT INTO access_head (id, mac)
VALUES (0, '');

GRANT SELECT, INSERT ON access_log TO guatu_app;
GRANT SELECT, UPDATE (id, mac) ON access_head TO guatu_app;

-- The program may ask for what is old to be forgotten, and for nothing younger than 180 days.
CREATE FUNCTION prune_access_log(days integer, most integer) RETURNS bigint
LANGUAGE sql
SECURITY DEFINER
SET search_path = guatu, pg_temp
AS $$
    WITH old AS (
        SELECT id
        FROM access_log
        WHERE at < now() - make_interval(days => greatest(days, 180))
        ORDER BY id
        LIMIT most
    ), pruned AS (
        DELETE FROM access_log
        WHERE id IN (SELECT id FROM old)
        RETURNING 1
    )
    SELECT count(*)
    FROM pruned
$$;

REVOKE ALL ON FUNCTION prune_access_log(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prune_access_log(integer, integer) TO guatu_app;

-- What a person holds beside the password. The secret is encrypted by a key that is not in here; step is the newest code that
-- was used (RFC 6238), so that none is good twice; codes are the hashes of the recovery codes that are left.
CREATE TABLE second_factor (
    person    text    PRIMARY KEY,
    secret    bytea   NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    step      bigint  NOT NULL DEFAULT 0,
    codes     text[]  NOT NULL DEFAULT '{}'
);

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO guatu_app;
