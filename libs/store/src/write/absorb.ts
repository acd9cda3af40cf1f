import { type Footprint, siteFrom } from '@newsbraid/boilerplate'
import { storableJson } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/** Lets each host's template take in the pages seen; a host's row is locked, so that no page is forgotten. */
export async function absorb(
  tx: Queryable,
  seen: readonly { host: string; footprint: Footprint }[],
): Promise<void> {
  if (seen.length === 0) return
  const hosts = [...new Set(seen.map((one) => one.host))].sort()
  await tx.query(
    `INSERT INTO site_templates (host, template) SELECT unnest($1::text[]), '{}' ON CONFLICT DO NOTHING`,
    [hosts],
  )
  const { rows } = await tx.query<{ host: string; template: unknown }>(
    'SELECT host, template FROM site_templates WHERE host = ANY($1) ORDER BY host FOR UPDATE',
    [hosts],
  )
  const sites = rows.map(({ host, template }) => ({ host, site: siteFrom(template, host) }))
  for (const { host, site } of sites)
    for (const one of seen) if (one.host === host) site.absorb(one.footprint)
  await tx.query(
    `UPDATE site_templates s SET template = f.template::jsonb, pages = f.pages, updated_at = now()
     FROM unnest($1::text[], $2::text[], $3::integer[]) AS f (host, template, pages) WHERE s.host = f.host`,
    [
      sites.map(({ host }) => host),
      sites.map(({ site }) => storableJson(site.toJSON())),
      sites.map(({ site }) => site.size),
    ],
  )
}
