-- How often something was tried, counted by all nodes together: a password, a code. What was tried is not kept: its mark under the
-- nodes' key chooses one of 65,536 rows, so that no stranger makes the table grow, or chooses whose row is used up. Two that share
-- a row share its tries. It is of the last minutes: nothing is lost with it, so it costs no journal.
CREATE UNLOGGED TABLE tries (
    slot  integer          PRIMARY KEY CHECK (slot BETWEEN 0 AND 65535),
    level double precision NOT NULL,
    at    timestamptz      NOT NULL
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE ON tries TO guatu_app;
