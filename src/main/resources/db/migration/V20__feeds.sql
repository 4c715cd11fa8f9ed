-- Addresses at which a person's calendar or news program reads the board: secrets, of which only the hash is kept. Apart from the
-- ledger: whoever made one takes it back, and it is gone.
CREATE TABLE feed (
    id      text        PRIMARY KEY,
    person  text        NOT NULL,
    kind    text        NOT NULL CHECK (kind IN ('calendar', 'news')),
    project text,
    hash    bytea       NOT NULL UNIQUE,
    made    timestamptz NOT NULL,
    used    date
);

CREATE INDEX feed_person ON feed (person);

GRANT SELECT, INSERT, UPDATE, DELETE ON feed TO guatu_app;
