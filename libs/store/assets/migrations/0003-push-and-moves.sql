-- The address a person gave, which stays when the feed moves or was found on a site's page
ALTER TABLE feeds ADD COLUMN added_url text;
UPDATE feeds SET added_url = url;
CREATE INDEX feeds_added ON feeds (added_url);
-- Where the validators came from: behind a redirect they are not those of the feed's own address
ALTER TABLE feeds ADD COLUMN validators_url text;

-- WebSub (W3C Recommendation): what we asked of a hub
CREATE TABLE push_subscriptions (
  feed_id text PRIMARY KEY REFERENCES feeds ON DELETE CASCADE,
  hub text NOT NULL,
  topic text NOT NULL,
  -- the unguessable part of our callback
  token text NOT NULL UNIQUE,
  secret text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  refused text
);

-- Documents that hubs pushed, until poll-feed has read them
CREATE TABLE feed_pushes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feed_id text NOT NULL REFERENCES feeds ON DELETE CASCADE,
  body bytea NOT NULL,
  content_type text,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feed_pushes_feed ON feed_pushes (feed_id, id);

-- Whether a feed's own text was as whole as the page's, counted over the pages compared
ALTER TABLE feeds ADD COLUMN texts_compared integer NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN texts_whole integer NOT NULL DEFAULT 0;
