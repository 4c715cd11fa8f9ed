-- Which entry set the password: the same entry, told again, does not set it again. What is there counts as set by now.
ALTER TABLE credential ADD COLUMN seq bigint NOT NULL DEFAULT 0;

UPDATE credential
SET seq = (SELECT seq FROM head);
