-- Walls that show a code and wait for the office to type it. The wall alone knows the secret of which this holds the hash; what
-- is told when somebody types the code is an entry of the ledger, of the screen that is named here. Rows live for minutes.
CREATE TABLE pairing (
    code    text        PRIMARY KEY,
    hash    bytea       NOT NULL UNIQUE,
    screen  text        NOT NULL UNIQUE,
    expires timestamptz NOT NULL,
    taken   timestamptz
);

CREATE INDEX pairing_expires ON pairing (expires);

GRANT SELECT, INSERT, UPDATE, DELETE ON pairing TO guatu_app;
