-- What placing compares, made of the article alone by whichever worker extracted it: the same article gives the same
-- features whatever arrived before it
CREATE TABLE article_features (
  article_id text PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  features jsonb NOT NULL
);
INSERT INTO article_features (article_id, features) SELECT article_id, features FROM event_articles;
