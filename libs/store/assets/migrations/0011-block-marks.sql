-- A person's word on a block of a host's pages; `key` is what the cleaner knows the block by
CREATE TABLE block_marks (
  id text PRIMARY KEY,
  host text NOT NULL,
  key bigint NOT NULL,
  text text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('keep', 'drop')),
  made_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz
);
CREATE UNIQUE INDEX block_marks_standing ON block_marks (host, key) WHERE undone_at IS NULL;
CREATE INDEX block_marks_latest ON block_marks (made_at, id) WHERE undone_at IS NULL;
