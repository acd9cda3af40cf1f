/**
 * Order `top`, over `events e`: seconds since 1970 of the last development, six hours more for each doubling of the
 * independent sources. It stands still while time goes on, so a cursor stays good; an index holds the same expression.
 */
export const EVENT_RANK = `(extract(epoch FROM e.last_development AT TIME ZONE 'UTC')::float8 + 21600 * ln(1 + e.independent_source_count::float8) / ln(2::float8))`
