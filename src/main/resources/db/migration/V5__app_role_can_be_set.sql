-- From PostgreSQL 16 on, whoever creates a role may grant it and may not become it. The program becomes guatu_app.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 160000
       AND NOT pg_has_role(current_user, 'guatu_app', 'SET') THEN
        EXECUTE format('GRANT guatu_app TO %I WITH SET TRUE', current_user);
    END IF;
END
$$;

-- Which signing key the nodes of this board use: one with another key would refuse what the others issued.
CREATE TABLE signing_key (
    kid  text        PRIMARY KEY,
    seen timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON signing_key TO guatu_app;
