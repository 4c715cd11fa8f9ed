-- Forms of offices upward, as they made them: named in the ledger by their hash, kept once, never changed. A file is kept before its
-- entry is told: one that no entry names was left by a program that ended in between, and means nothing.
CREATE TABLE form_file (
    file     text        PRIMARY KEY,
    received timestamptz NOT NULL DEFAULT now(),
    bytes    bytea       NOT NULL
);

-- A workbook does not compress any further.
ALTER TABLE form_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON form_file TO guatu_app;
