-- The state as it was folded, so that a start and a past day need not begin with the first entry. Made of the ledger and worth
-- nothing without it: whoever loses these rows folds anew. mark stands for the code that folded.
CREATE TABLE snapshot (
    mark    text        NOT NULL,
    seq     bigint      NOT NULL,
    seal    text        NOT NULL,
    at      timestamptz NOT NULL,
    written timestamptz NOT NULL DEFAULT now(),
    sha256  text        NOT NULL,
    parts   integer     NOT NULL,
    PRIMARY KEY (mark, seq)
);

CREATE TABLE snapshot_part (
    mark  text    NOT NULL,
    seq   bigint  NOT NULL,
    part  integer NOT NULL,
    bytes bytea   NOT NULL,
    PRIMARY KEY (mark, seq, part),
    FOREIGN KEY (mark, seq) REFERENCES snapshot ON DELETE CASCADE
);

-- Already compressed.
ALTER TABLE snapshot_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, DELETE ON snapshot, snapshot_part TO guatu_app;
