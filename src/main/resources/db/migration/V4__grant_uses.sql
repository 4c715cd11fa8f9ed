-- When a contractor's grant was last used.
CREATE TABLE grant_use (
    grant_id text        PRIMARY KEY,
    at       timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON grant_use TO guatu_app;
