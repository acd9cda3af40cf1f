-- All who finish in the same minute wrote the same row and waited for each other; now each connection has its part of it
ALTER TABLE tallies ADD COLUMN part smallint NOT NULL DEFAULT 0;
ALTER TABLE tallies DROP CONSTRAINT tallies_pkey;
ALTER TABLE tallies ADD PRIMARY KEY (stage, minute, outcome, part);
