-- Who publishes, and the addresses that list what is new
CREATE TABLE sources (
  id text PRIMARY KEY,
  name text NOT NULL,
  home_url text,
  language text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE feeds (
  id text PRIMARY KEY,
  source_id text NOT NULL REFERENCES sources ON DELETE CASCADE,
  url text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'gone')),
  -- validators exactly as the server sent them
  etag text,
  last_modified text,
  body_hash text,
  -- what polling remembers between two polls (moves, weak tags, interval); a JSON object only poll-feed reads
  memory jsonb NOT NULL DEFAULT '{}',
  polls integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  last_poll_at timestamptz,
  last_status integer,
  last_outcome text,
  last_error text,
  next_poll_at timestamptz,
  next_poll_reason text,
  repairs jsonb NOT NULL DEFAULT '[]',
  last_entry_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feeds_source ON feeds (source_id);

-- One row per canonical address, whoever named it first
CREATE TABLE pages (
  id text PRIMARY KEY,
  url text NOT NULL,
  host text NOT NULL,
  source_id text NOT NULL REFERENCES sources ON DELETE CASCADE,
  feed_id text REFERENCES feeds ON DELETE SET NULL,
  -- the feed's own words about it: title, summary, content, author, published
  entry jsonb NOT NULL DEFAULT '{}',
  discovered_at timestamptz NOT NULL DEFAULT now(),
  final_url text,
  status integer,
  encoding text,
  etag text,
  last_modified text,
  fetched_at timestamptz
);
CREATE INDEX pages_source ON pages (source_id, discovered_at DESC);

-- Every canonical key a page is known under: its own, where redirects led, its rel=canonical
CREATE TABLE page_keys (
  url_key text PRIMARY KEY,
  page_id text NOT NULL REFERENCES pages ON DELETE CASCADE
);
CREATE INDEX page_keys_page ON page_keys (page_id);

-- All feeds that name a page
CREATE TABLE page_feeds (
  page_id text NOT NULL REFERENCES pages ON DELETE CASCADE,
  feed_id text NOT NULL REFERENCES feeds ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (page_id, feed_id)
);

CREATE TABLE page_bodies (
  page_id text PRIMARY KEY REFERENCES pages ON DELETE CASCADE,
  -- 'html' or, for text that was handed in already extracted, 'text'
  kind text NOT NULL DEFAULT 'html',
  body text NOT NULL
);

-- What was learnt of a host's page templates
CREATE TABLE site_templates (
  host text PRIMARY KEY,
  template jsonb NOT NULL,
  pages integer NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- An article has the id of the page it was cleaned from
CREATE TABLE articles (
  id text PRIMARY KEY REFERENCES pages ON DELETE CASCADE,
  source_id text NOT NULL REFERENCES sources ON DELETE CASCADE,
  url text NOT NULL,
  title text NOT NULL,
  authors jsonb NOT NULL,
  language text NOT NULL,
  dir text NOT NULL,
  published_at timestamptz NOT NULL,
  modified_at timestamptz,
  body text NOT NULL,
  html text NOT NULL,
  description text,
  dateline jsonb,
  image jsonb,
  kind text NOT NULL,
  dropped jsonb NOT NULL,
  cleaned_at timestamptz NOT NULL DEFAULT now(),
  search tsvector NOT NULL
);
CREATE INDEX articles_published ON articles (published_at DESC, id DESC);
CREATE INDEX articles_source ON articles (source_id, published_at DESC);
CREATE INDEX articles_search ON articles USING gin (search);

CREATE TABLE revisions (
  id text PRIMARY KEY,
  article_id text NOT NULL REFERENCES articles ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now(),
  title text NOT NULL,
  body text NOT NULL
);
CREATE INDEX revisions_article ON revisions (article_id, at);

CREATE TABLE entities (
  id text PRIMARY KEY,
  type text NOT NULL CHECK (type IN ('person', 'organisation', 'place')),
  name text NOT NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz NOT NULL,
  article_count integer NOT NULL DEFAULT 0,
  mention_count integer NOT NULL DEFAULT 0,
  merged_into text REFERENCES entities
);
CREATE INDEX entities_often ON entities (article_count DESC, id) WHERE merged_into IS NULL;

-- Equal key and type: the same entity. This uniqueness, not a job id, makes an entity exist once.
CREATE TABLE entity_keys (
  type text NOT NULL,
  key text NOT NULL,
  entity_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  PRIMARY KEY (type, key)
);
CREATE INDEX entity_keys_entity ON entity_keys (entity_id);

CREATE TABLE entity_blocks (
  block text NOT NULL,
  entity_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  PRIMARY KEY (block, entity_id)
);
CREATE INDEX entity_blocks_entity ON entity_blocks (entity_id);

CREATE TABLE article_entities (
  article_id text NOT NULL REFERENCES articles ON DELETE CASCADE,
  entity_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  name text NOT NULL,
  language text NOT NULL,
  spellings jsonb NOT NULL,
  titles jsonb NOT NULL,
  mention_count integer NOT NULL,
  in_title boolean NOT NULL,
  weight real NOT NULL,
  PRIMARY KEY (article_id, entity_id)
);
CREATE INDEX article_entities_entity ON article_entities (entity_id, article_id);

-- Spans of an article that name something, in order: {start, end, surface, type, titles, entityId}
CREATE TABLE article_mentions (
  article_id text PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  mentions jsonb NOT NULL
);

CREATE TABLE events (
  id text PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  title_lang text NOT NULL,
  summary text NOT NULL,
  first_seen timestamptz NOT NULL,
  last_development timestamptz NOT NULL,
  languages text[] NOT NULL,
  article_count integer NOT NULL,
  independent_source_count integer NOT NULL,
  -- lineage, figures, disagreements, timeline and entities, as the API gives them
  view jsonb NOT NULL,
  image text,
  merged_into text REFERENCES events,
  search tsvector NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX events_latest ON events (last_development DESC, id DESC) WHERE merged_into IS NULL;
CREATE INDEX events_search ON events USING gin (search);

CREATE TABLE event_articles (
  article_id text PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  event_id text NOT NULL REFERENCES events,
  role text NOT NULL CHECK (role IN ('report', 'copy', 'followup')),
  copy_of text,
  copy_kind text,
  why jsonb NOT NULL,
  considered jsonb NOT NULL,
  features jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  fence bigint NOT NULL DEFAULT 0,
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX event_articles_event ON event_articles (event_id);
CREATE INDEX event_articles_recent ON event_articles (published_at);

-- What joined, left, merged or split, when and why
CREATE TABLE event_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL,
  article_id text,
  other_event_id text,
  why jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX event_history_event ON event_history (event_id, id);

-- A person's word on two articles, obeyed until undone
CREATE TABLE constraints (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('same', 'different')),
  a text NOT NULL,
  b text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz
);

-- State of every item in every stage, and the outbox: what is next is a row here, written with the result
CREATE TABLE work (
  stage text NOT NULL,
  item_id text NOT NULL,
  state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'queued', 'running', 'done', 'quarantined')),
  due_at timestamptz NOT NULL DEFAULT now(),
  lane text,
  token text,
  attempts integer NOT NULL DEFAULT 0,
  outcome text,
  detail text,
  touched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (stage, item_id)
);
CREATE INDEX work_ready ON work (stage, due_at) WHERE state = 'ready';
CREATE INDEX work_ready_lane ON work (stage, lane, due_at) WHERE state = 'ready';
CREATE INDEX work_busy ON work (stage, touched_at) WHERE state IN ('queued', 'running');
CREATE INDEX work_busy_lane ON work (lane) WHERE state IN ('queued', 'running') AND lane IS NOT NULL;
CREATE INDEX work_quarantined ON work (stage, touched_at) WHERE state = 'quarantined';
CREATE INDEX work_item ON work (item_id);

-- Items finished, by outcome and minute: each item is counted once, in the transaction that finished it
CREATE TABLE tallies (
  stage text NOT NULL,
  outcome text NOT NULL,
  minute timestamptz NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (stage, minute, outcome)
);

-- Politeness: when a host may be asked next, for all processes
CREATE TABLE hosts (
  host text PRIMARY KEY,
  next_at timestamptz NOT NULL DEFAULT now(),
  -- a delay the host itself asked for (robots.txt Crawl-delay), in seconds
  crawl_delay real,
  robots text,
  robots_status integer,
  robots_at timestamptz
);

-- Who may do what only one may do; the fence grows with every change of holder
CREATE TABLE leases (
  name text PRIMARY KEY,
  holder text NOT NULL,
  fence bigint NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE idempotency (
  key text PRIMARY KEY,
  request_hash text NOT NULL,
  response jsonb,
  at timestamptz NOT NULL DEFAULT now()
);
