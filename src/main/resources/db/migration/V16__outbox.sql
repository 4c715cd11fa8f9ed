-- Who hears from the board: groups, and people by their own mail. Apart from the ledger, which cannot forget: sealed holds the
-- address with its secrets, encrypted by the program. lease and claim say which node is telling it something right now, next_at
-- from when on it may be told again.
CREATE TABLE receiver (
    id         text        PRIMARY KEY,
    person     text        UNIQUE,
    settings   text        NOT NULL,
    sealed     text,
    made       timestamptz NOT NULL,
    changed    timestamptz NOT NULL,
    changed_by text        NOT NULL,
    removed    timestamptz,
    next_at    timestamptz NOT NULL,
    lease      timestamptz,
    claim      uuid
);

-- One row for a fact, a receiver and a channel: nobody is told anything twice. A row that was being sent when its node died is
-- unknown, and is not sent again.
CREATE TABLE outbox (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fact     text        NOT NULL,
    receiver text        NOT NULL REFERENCES receiver,
    channel  text        NOT NULL,
    body     text        NOT NULL,
    made     timestamptz NOT NULL,
    due      timestamptz NOT NULL,
    state    text        NOT NULL DEFAULT 'waiting'
                         CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'moot')),
    tries    integer     NOT NULL DEFAULT 0,
    lease    timestamptz,
    claim    uuid,
    said     text,
    fault    text,
    done     timestamptz,
    UNIQUE (fact, receiver, channel)
);

CREATE INDEX outbox_waiting ON outbox (receiver, due) WHERE state = 'waiting';
CREATE INDEX outbox_sending ON outbox (lease) WHERE state = 'sending';
CREATE INDEX outbox_receiver ON outbox (receiver, id);
CREATE INDEX outbox_done ON outbox (done) WHERE done IS NOT NULL;

-- What was told of each project, or need not be, and up to which day and entry that is so.
CREATE TABLE tiding_mark (
    project text   PRIMARY KEY,
    mark    text   NOT NULL,
    day     date   NOT NULL,
    seq     bigint NOT NULL
);

-- Up to which entry events were looked at; another epoch is another past.
CREATE TABLE tiding_cursor (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid    NOT NULL,
    seq   bigint  NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON receiver, outbox, tiding_mark, tiding_cursor TO guatu_app;
