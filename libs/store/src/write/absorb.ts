import { type Footprint, siteFrom } from '@newsbraid/boilerplate'
import type { Queryable } from '../transaction.ts'

/** Lets each host's template take in the pages seen; a host's row is locked, so that no page is forgotten. */
export async function absorb(tx: Queryable, seen: readonly { host: string; footprint: Footprint }[]): Promise<void> {
  for (const host of [...new Set(seen.map((one) => one.host))].sort()) {
    await tx.query(`INSERT INTO site_templates (host, template) VALUES ($1, '{}') ON CONFLICT DO NOTHING`, [host])
    const { rows } = await tx.query<{ template: unknown }>('SELECT template FROM site_templates WHERE host = $1 FOR UPDATE', [host])
    const site = siteFrom(rows[0]?.template, host)
    for (const one of seen) if (one.host === host) site.absorb(one.footprint)
    await tx.query('UPDATE site_templates SET template = $2, pages = $3, updated_at = now() WHERE host = $1', [
      host,
      JSON.stringify(site.toJSON()),
      site.size,
    ])
  }
}
