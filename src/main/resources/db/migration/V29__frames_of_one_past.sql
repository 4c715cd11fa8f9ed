-- Which past a frame is of: where another took its place, the same number is another entry's. Those kept before say it of none,
-- and are made anew.
ALTER TABLE past_frame ADD COLUMN seal text;
