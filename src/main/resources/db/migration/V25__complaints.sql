-- What strangers complain of and suggest. Apart from the ledger, which cannot forget: what somebody wrote of themselves, and how they
-- are reached, goes when it was dealt with long enough ago. The id is random and all that its sender has to ask for the answer.
CREATE TABLE complaint (
    id          text        PRIMARY KEY,
    made        timestamptz NOT NULL,
    words       text        NOT NULL CHECK (char_length(words) <= 1000),
    contact     text        CHECK (char_length(contact) <= 80),
    answer      text        CHECK (char_length(answer) <= 1000),
    answered    timestamptz,
    answered_by text,
    closed      timestamptz
);

CREATE INDEX complaint_open ON complaint (made) WHERE closed IS NULL;
CREATE INDEX complaint_closed ON complaint (closed) WHERE closed IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON complaint TO guatu_app;
