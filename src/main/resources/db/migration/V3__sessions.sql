-- Who is logged in where. A browser holds a signed ticket for one turn; a ticket that comes a second time was copied.
CREATE TABLE session (
    id      text        PRIMARY KEY,
    person  text        NOT NULL,
    began   timestamptz NOT NULL,
    turn    integer     NOT NULL DEFAULT 1,
    turned  timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    ended   timestamptz
);

CREATE INDEX session_person ON session (person);

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO guatu_app;

-- A first password was told by somebody: whoever logs in with it chooses another.
ALTER TABLE credential ADD COLUMN first boolean NOT NULL DEFAULT false;
