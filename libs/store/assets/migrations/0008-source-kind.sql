-- What a source's address is read as, once known or chosen by a person
ALTER TABLE feeds ADD COLUMN kind text CHECK (kind IN ('feed', 'sitemap', 'list'));
ALTER TABLE feeds ADD COLUMN kind_chosen boolean NOT NULL DEFAULT false;
UPDATE feeds SET kind = CASE WHEN url ~* 'sitemap' THEN 'sitemap' ELSE 'feed' END WHERE body_hash IS NOT NULL;
