-- Beside what is shown of an entity (name, language, counts) stands what extraction alone made of it: joining looks at
-- the latter only, so that a correction that is undone leaves no trace
ALTER TABLE entities ADD COLUMN read_name text;
ALTER TABLE entities ADD COLUMN read_language text;
ALTER TABLE entities ADD COLUMN read_articles integer NOT NULL DEFAULT 0;
-- The name shown was given by a person or an import
ALTER TABLE entities ADD COLUMN is_named boolean NOT NULL DEFAULT false;
ALTER TABLE entities ADD COLUMN wikidata text;
UPDATE entities SET read_name = name, read_language = language, read_articles = article_count;
CREATE INDEX entities_wikidata ON entities (wikidata) WHERE wikidata IS NOT NULL;

-- What extraction made of the articles that corrections changed; for all others it is what article_entities and
-- article_mentions say
CREATE TABLE article_readings (
  article_id text PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  machine_ids text[] NOT NULL,
  -- {entities: [{id, type, name, language, spellings, titles, count, inTitle, weight}], mentions: [{start, end, surface, type, titles, entity}]}
  reading jsonb NOT NULL
);
CREATE INDEX article_readings_ids ON article_readings USING gin (machine_ids);

-- Every spelling that extraction has met of an entity. Form (normal form) and bones (consonant skeletons of its words)
-- are null until somebody looks for them.
CREATE TABLE entity_spellings (
  entity_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  type text NOT NULL,
  spelling text NOT NULL,
  -- the fullest form of some article, not only a short one beside it
  is_name boolean NOT NULL,
  form text,
  bones text[],
  PRIMARY KEY (entity_id, spelling)
);
INSERT INTO entity_spellings (entity_id, type, spelling, is_name)
  SELECT entity_id, e.type, spelling, bool_or(is_name) FROM (
    SELECT entity_id, name AS spelling, true AS is_name FROM article_entities
    UNION ALL SELECT entity_id, s ->> 'surface', false FROM article_entities, jsonb_array_elements(spellings) s) t
  JOIN entities e ON e.id = t.entity_id WHERE spelling <> '' GROUP BY 1, 2, 3;
CREATE INDEX entity_spellings_form ON entity_spellings (type, form);
CREATE INDEX entity_spellings_bones ON entity_spellings USING gin (bones);
CREATE INDEX entity_spellings_unread ON entity_spellings (entity_id) WHERE form IS NULL;

-- Joins that extraction was not sure enough of
CREATE TABLE entity_suggestions (
  entity_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  other_id text NOT NULL REFERENCES entities ON DELETE CASCADE,
  score real NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (entity_id, other_id)
);
CREATE INDEX entity_suggestions_other ON entity_suggestions (other_id);

-- What people (and imports) said of entities, in the order they said it, obeyed until undone
CREATE TABLE entity_corrections (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind text NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'alias', 'not-a-name', 'not-same')),
  source text NOT NULL CHECK (source IN ('person', 'import')),
  batch text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  undone_by text,
  entity_id text NOT NULL REFERENCES entities,
  other_id text REFERENCES entities,
  body jsonb NOT NULL
);
CREATE INDEX entity_corrections_entity ON entity_corrections (entity_id);
CREATE INDEX entity_corrections_other ON entity_corrections (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX entity_corrections_batch ON entity_corrections (batch) WHERE batch IS NOT NULL;

-- The normal forms a correction speaks of
CREATE TABLE entity_correction_forms (
  correction_id text NOT NULL REFERENCES entity_corrections ON DELETE CASCADE,
  type text NOT NULL,
  form text NOT NULL,
  spelling text NOT NULL,
  language text,
  -- false: known for searching only, too short or too common to tell who is meant
  joins boolean NOT NULL,
  bones text[] NOT NULL,
  PRIMARY KEY (correction_id, spelling)
);
CREATE INDEX entity_correction_forms_form ON entity_correction_forms (type, form);
CREATE INDEX entity_correction_forms_bones ON entity_correction_forms USING gin (bones);
