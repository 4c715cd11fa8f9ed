-- How far the running program found the chain of seals whole, so that it need not read everything after each start. It proves
-- nothing: "verify" begins at the first entry.
CREATE TABLE chain_checkpoint (
    one       boolean     PRIMARY KEY DEFAULT true CHECK (one),
    seq       bigint      NOT NULL,
    seal      text        NOT NULL,
    positions text        NOT NULL,
    since     timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON chain_checkpoint TO guatu_app;
