-- One request may add several entries, which are neighbours: the answer names the first and how many.
ALTER TABLE answer ADD COLUMN entries integer NOT NULL DEFAULT 1 CHECK (entries > 0);

-- A past day ends with the last entry before its midnight. Time never goes back in the ledger, so this finds it at once.
CREATE INDEX entry_at ON entry (at);

-- Pictures, named in the ledger by their hash.
CREATE TABLE photo (
    project   text        NOT NULL,
    id        text        NOT NULL,
    received  timestamptz NOT NULL DEFAULT now(),
    picture   bytea       NOT NULL,
    thumbnail bytea       NOT NULL,
    PRIMARY KEY (project, id)
);

-- JPEG does not compress any further.
ALTER TABLE photo ALTER COLUMN picture SET STORAGE EXTERNAL, ALTER COLUMN thumbnail SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON photo TO guatu_app;
