import { z } from 'zod'

/** Most entries a template holds of each kind; about 60 kB as JSON when full. */
export const siteLimits = { texts: 1500, paths: 400, titles: 300, urls: 300, marks: 300 }

const hash = z.number()
/** What is known of one host, as plain data for the store. */
export const SiteTemplate = z.object({
  version: z.literal(1),
  host: z.string(),
  /** Pages taken in so far; the clock by which entries age */
  pages: z.number(),
  /** Hash of a block's words, pages it stood on, number of the last such page, characters */
  texts: z.array(z.tuple([hash, z.number(), z.number(), z.number()])),
  /** Hash of a path, pages, last page, characters kept, characters dropped */
  paths: z.array(z.tuple([hash, z.number(), z.number(), z.number(), z.number()])),
  /** Headlines of the host, newest last */
  titles: z.array(hash),
  /** Addresses taken in, newest last: a page counts once */
  urls: z.array(hash),
  /** What a person said of a block */
  marks: z.array(z.tuple([hash, z.enum(['keep', 'drop'])])),
})
export type SiteTemplate = z.infer<typeof SiteTemplate>
