-- Later pages of an article that is cut into pages, in order: {url, html}
ALTER TABLE page_bodies ADD COLUMN parts jsonb;
-- The X-Robots-Tag header it came with
ALTER TABLE pages ADD COLUMN robots_tag text;
-- What the publisher says about listing and keeping the article
ALTER TABLE articles ADD COLUMN noindex boolean NOT NULL DEFAULT false;
ALTER TABLE articles ADD COLUMN unavailable_after timestamptz;
