import { blocksOf, keysOf } from '@newsbraid/entities'
import type { EntityType, Extraction } from '@newsbraid/model'
import type { Database } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { describeEvents } from '../write/describe-events.ts'
import { saveExtractions } from '../write/save-extractions.ts'
import { seedArticle } from './seed.ts'

/** A name as an article writes it: its full form first, then the short ones that stand for the same. */
export type SeedName = { spellings: string[]; type?: EntityType; titles?: string[] }
export type SeedNames = { url: string; sourceId: string; language?: string; names: SeedName[] }

/** An article that names these people, one after the other, once each spelling; placed in an event of its own. */
export async function seedNames(
  database: Database,
  seed: SeedNames,
): Promise<{ articleId: string; eventId: string }> {
  const { url, sourceId, language = 'en' } = seed
  const article = { url, sourceId, language, title: 'The quay', text: textOf(seed.names) }
  const made = await seedArticle(database, { ...article, publishedAt: '2026-03-01T10:00:00.000Z' })
  await extractAgain(database, { id: made.articleId, ...article }, seed.names)
  await inTransaction(database.pool, (tx) => describeEvents(tx, [made.eventId]))
  return made
}

/** What the extraction of these names writes, once more. */
export const extractAgain = (
  { pool }: Database,
  article: { id: string; title: string; text: string; language: string },
  names: readonly SeedName[],
): Promise<void> =>
  inTransaction(pool, (tx) =>
    saveExtractions(tx, [
      { article, extraction: extractionOf(article.title, article.text, article.language, names) },
    ]),
  )

export const textOf = (names: readonly SeedName[]): string =>
  names.flatMap(({ spellings }) => spellings.map((name) => `Then came ${name}.`)).join(' ')

function extractionOf(title: string, text: string, language: string, names: readonly SeedName[]): Extraction {
  const whole = `${title}\n\n${text}`
  let from = 0
  const mentions = names.flatMap(({ spellings, type = 'person', titles = [] }, entity) =>
    spellings.map((surface) => {
      const start = whole.indexOf(surface, from)
      from = start + surface.length
      return { start, end: from, surface, type, titles, entity }
    }),
  )
  return {
    mentions,
    entities: names.map(({ spellings, type = 'person', titles = [] }) => ({
      type,
      name: spellings[0]!,
      language,
      spellings: spellings.map((surface) => ({ surface, count: 1 })),
      titles,
      keys: keysOf(spellings[0]!, type),
      blocks: blocksOf(spellings[0]!, type),
      count: spellings.length,
      inTitle: false,
      weight: spellings.length / mentions.length,
    })),
  }
}
