-- How many pages of its host were known when the page was cleaned last
ALTER TABLE pages ADD COLUMN cleaned_with integer NOT NULL DEFAULT 0;
CREATE INDEX pages_host ON pages (host);
