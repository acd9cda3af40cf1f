-- What the API lists by. The rank stands still while time goes on: seconds of the last development, six hours more for
-- each doubling of the independent sources; src/read/event-rank.ts has the very same expression.
CREATE INDEX events_top ON events (
  (extract(epoch FROM last_development AT TIME ZONE 'UTC')::float8 + 21600 * ln(1 + independent_source_count::float8) / ln(2::float8)) DESC,
  id DESC
) WHERE merged_into IS NULL;
CREATE INDEX events_new ON events (first_seen DESC, id DESC) WHERE merged_into IS NULL;
CREATE INDEX idempotency_at ON idempotency (at);
