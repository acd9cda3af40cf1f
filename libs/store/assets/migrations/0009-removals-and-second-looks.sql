-- A source that goes with its articles: the mark is set first, the row goes last
ALTER TABLE sources ADD COLUMN removing_at timestamptz;
CREATE INDEX sources_removing ON sources (id) WHERE removing_at IS NOT NULL;
CREATE INDEX entities_merged ON entities (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX events_merged ON events (merged_into) WHERE merged_into IS NOT NULL;
-- The body that the standing article was made of, kept until the newer one has been judged
ALTER TABLE page_bodies ADD COLUMN former text;
-- Since when the page's address answers that it is not there; its article stays
ALTER TABLE pages ADD COLUMN gone_at timestamptz;
-- Why the next poll is then, as a code with its parameters: {code, params}
ALTER TABLE feeds ADD COLUMN next_poll_why jsonb;
-- The folders a source lay in in the list it came from, outermost first
ALTER TABLE sources ADD COLUMN folder jsonb NOT NULL DEFAULT '[]';
