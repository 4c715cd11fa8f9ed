-- What was answered to which key is called what it is. It is kept for 90 days, and then nobody resends: see prune_idempotency.
ALTER TABLE answer RENAME TO idempotency;
ALTER INDEX answer_pkey RENAME TO idempotency_pkey;

-- The application cannot make the ledger forget a key by itself: it may ask for the old ones to be forgotten.
CREATE FUNCTION prune_idempotency(most integer) RETURNS bigint
LANGUAGE sql
SECURITY DEFINER
SET search_path = guatu, pg_temp
AS $$
    WITH old AS (
        SELECT ctid
        FROM idempotency
        WHERE seq <= (SELECT seq FROM entry WHERE at < now() - interval '90 days' ORDER BY at DESC LIMIT 1)
        LIMIT most
    ), pruned AS (
        DELETE FROM idempotency
        WHERE ctid = ANY (ARRAY(SELECT ctid FROM old))
        RETURNING 1
    )
    SELECT count(*)
    FROM pruned
$$;

REVOKE ALL ON FUNCTION prune_idempotency(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prune_idempotency(integer) TO guatu_app;

-- A past that a node had followed was gone (a restore, a failover that lost commits): the newest epoch here is the ledger's.
CREATE TABLE renewal (
    number bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    epoch  uuid        NOT NULL DEFAULT gen_random_uuid(),
    seq    bigint      NOT NULL,
    seal   text        NOT NULL,
    at     timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT (seq, seal) ON renewal TO guatu_app;
