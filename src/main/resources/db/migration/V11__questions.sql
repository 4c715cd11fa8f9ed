-- What a question looks for is a column with an index: no statement of the program names a kind of update or a member of one.
-- refers is the seq of the entry that an update answers; the program writes it beside the body, as it does kind, and the chain
-- check compares both with what is sealed.
ALTER TABLE entry ADD COLUMN refers bigint;

-- Older entries, once, by the kinds that there were when this was written. Only those that answer something are touched.
UPDATE entry
SET refers = (body::json ->> CASE kind
                                 WHEN 'blocker-cleared' THEN 'blocker'
                                 WHEN 'hazard-rechecked' THEN 'hazard'
                                 ELSE 'report'
                             END)::bigint
WHERE kind IN ('progress-verified', 'progress-returned', 'blocker-cleared', 'hazard-rechecked');

CREATE INDEX entry_refers ON entry (refers) WHERE refers IS NOT NULL;
CREATE INDEX entry_kind ON entry (kind, seq);
CREATE INDEX entry_author ON entry (author_id, seq);
