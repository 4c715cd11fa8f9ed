-- The statement that adds an entry takes over the photo that it brings: the program knows which entries do.
DROP TRIGGER entry_takes_photo ON entry;
DROP FUNCTION take_photo();
