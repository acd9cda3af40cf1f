import { extractMentions as extract } from '@newsbraid/entities'
import { type ArticleFeatures, featuresOf } from '@newsbraid/events'
import type { Extraction } from '@newsbraid/model'
import { defineStage, done } from '@newsbraid/pipeline'
import { extractMentionsJob, placeArticleJob } from './jobs.ts'
import type { ArticleToRead, Read, StagePorts, StoreWrites } from './ports.ts'

/** Finds the people, places and organisations of an article, joins them with those known, and reads what placing compares. */
export const extractMentions = defineStage<StagePorts, StoreWrites>()({
  name: 'extract-mentions',
  takes: extractMentionsJob,
  sends: [placeArticleJob],
  concurrency: 2,
  maxAttempts: 3,
  highWater: 4,
  enough: 2_000,
  load: (ids, { store }) => store.articlesToRead(ids),
  async run(article: ArticleToRead, { tagger, embedder }) {
    const [given, embedding] = await Promise.all([tagger?.(article), embedder?.(article)])
    const extraction = extract(article, given)
    const outcome = extraction.mentions.length > 0 ? 'ok' : 'no-names'
    return done<Read>(outcome, { extraction, features: readFeatures(article, extraction, embedding) })
  },
  async save(saved, tx, send) {
    await tx.saveExtractions(
      saved.map(({ item, result }) => ({ article: item, extraction: result.extraction })),
    )
    await tx.saveFeatures(saved.map(({ result }) => result.features))
    await send(
      'place',
      saved.map(({ id }) => ({ id })),
    )
  },
})

/**
 * Names enter by the keys this article gives them, not by the ids and keys the store has learnt so far: those depend on
 * what arrived before, and the same articles must give the same events in any order.
 */
function readFeatures(
  article: ArticleToRead,
  { entities }: Extraction,
  embedding: readonly number[] | undefined,
): ArticleFeatures {
  return featuresOf({
    id: article.id,
    title: article.title,
    text: article.text,
    lang: article.language,
    publishedAt: article.publishedAt,
    source: article.sourceId,
    entities: entities.flatMap(({ type, name, keys, weight }) =>
      keys[0] === undefined ? [] : [{ id: `${type}:${keys[0]}`, type, name, keys, weight }],
    ),
    ...(article.agency ? { agency: article.agency } : {}),
    ...(embedding ? { embedding } : {}),
  })
}
