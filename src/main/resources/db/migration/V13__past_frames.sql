-- The board at the end of each past day, as it is sent: a day of a long past is read and not folded. Made of the ledger by the
-- program that mark stands for, and worth nothing without it: whoever loses these rows folds anew.
CREATE TABLE past_frame (
    day   date   PRIMARY KEY,
    mark  text   NOT NULL,
    epoch uuid   NOT NULL,
    seq   bigint NOT NULL,
    bytes bytea  NOT NULL
);

-- Already compressed.
ALTER TABLE past_frame ALTER COLUMN bytes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, UPDATE ON past_frame TO guatu_app;
