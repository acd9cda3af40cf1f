-- Times the work on an item ended without a word: the process was killed, or the item crashed it
ALTER TABLE work ADD COLUMN silent integer NOT NULL DEFAULT 0;
