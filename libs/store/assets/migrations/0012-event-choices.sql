-- What a person wants of an event: to hear of it, or never again. It moves with the event when that is merged.
CREATE TABLE event_choices (
  event_id text PRIMARY KEY REFERENCES events ON DELETE CASCADE,
  choice text NOT NULL CHECK (choice IN ('followed', 'muted')),
  made_at timestamptz NOT NULL DEFAULT now()
);
