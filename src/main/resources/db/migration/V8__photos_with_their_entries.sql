-- A photo is kept if, and only if, an entry names it: bytes that are refused leave nothing behind, however the program ends.
-- They wait beside, under a name of their own, and the transaction that adds the entry takes them over.
CREATE TABLE photo_waiting (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    photo     text        NOT NULL,
    since     timestamptz NOT NULL DEFAULT now(),
    picture   bytea       NOT NULL,
    thumbnail bytea       NOT NULL
);

ALTER TABLE photo_waiting ALTER COLUMN picture SET STORAGE EXTERNAL, ALTER COLUMN thumbnail SET STORAGE EXTERNAL;

CREATE INDEX photo_waiting_photo ON photo_waiting (project, photo);

GRANT SELECT, INSERT, DELETE ON photo_waiting TO guatu_app;

CREATE FUNCTION take_photo() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO guatu.photo (project, id, picture, thumbnail)
    SELECT project, photo, picture, thumbnail
    FROM guatu.photo_waiting
    WHERE project = NEW.project AND photo = NEW.body::jsonb -> 'photo' ->> 'id'
    LIMIT 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER entry_takes_photo
AFTER INSERT ON entry
FOR EACH ROW WHEN (NEW.kind = 'photo-received')
EXECUTE FUNCTION take_photo();
