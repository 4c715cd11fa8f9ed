-- The ledger. All times are UTC; seq is commit order without gaps, because the one head row is locked and advanced by the
-- transaction that adds the entries.

CREATE TABLE head (
    one   boolean     PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid        NOT NULL,
    seq   bigint      NOT NULL CHECK (seq >= 0),
    seal  text        NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$'),
    at    timestamptz NOT NULL
);

INSERT INTO head (epoch, seq, seal, at)
VALUES (gen_random_uuid(), 0, repeat('0', 64), 'epoch');

CREATE TABLE entry (
    seq            bigint      PRIMARY KEY CHECK (seq > 0),
    project        text,
    project_seq    bigint      NOT NULL,
    at             timestamptz NOT NULL,
    author_id      text        NOT NULL,
    author_role    text        NOT NULL,
    author_name    text        NOT NULL,
    author_company text,
    kind           text        NOT NULL,
    body           text        NOT NULL,
    seal           text        NOT NULL,
    CHECK ((project IS NULL) = (project_seq = 0))
);

CREATE UNIQUE INDEX entry_project ON entry (project, project_seq) WHERE project IS NOT NULL;
CREATE INDEX entry_project_order ON entry (project, seq);

-- What was answered to which key: written in the transaction of the entry, so a resend finds it or the entry is not there.
CREATE TABLE answer (
    author      text   NOT NULL,
    key         text   NOT NULL,
    fingerprint text   NOT NULL,
    seq         bigint NOT NULL REFERENCES entry,
    PRIMARY KEY (author, key)
);

-- Secrets and passing facts stay outside the ledger.
CREATE TABLE credential (
    person  text        PRIMARY KEY,
    hash    text        NOT NULL,
    changed timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sighting (
    screen  text        PRIMARY KEY,
    at      timestamptz NOT NULL,
    seq     bigint      NOT NULL,
    painted bigint      NOT NULL,
    width   integer     NOT NULL,
    height  integer     NOT NULL
);

-- The application adds to the ledger and never changes it: not by habit, by privilege.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guatu_app') THEN
        CREATE ROLE guatu_app NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'guatu_app', 'MEMBER') THEN
        EXECUTE format('GRANT guatu_app TO %I', current_user);
    END IF;
END
$$;

GRANT USAGE ON SCHEMA guatu TO guatu_app;
GRANT SELECT, UPDATE (seq, seal, at) ON head TO guatu_app;
GRANT SELECT, INSERT ON entry, answer TO guatu_app;
GRANT SELECT, INSERT, UPDATE ON credential, sighting TO guatu_app;

-- A seeding that was interrupted goes on with the same day, so that its lines stay the same requests.
CREATE TABLE seeding (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    day  date    NOT NULL,
    done boolean NOT NULL DEFAULT false
);

GRANT SELECT, INSERT, UPDATE ON seeding TO guatu_app;
