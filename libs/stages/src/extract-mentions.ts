import { extractMentions as extract } from '@newsbraid/entities'
import { defineStage, done } from '@newsbraid/pipeline'
import { extractMentionsJob, placeArticleJob } from './jobs.ts'
import type { ArticleText, StagePorts, StoreWrites } from './ports.ts'

/** Finds the people, places and organisations of an article and joins them with those known. */
export const extractMentions = defineStage<StagePorts, StoreWrites>()({
  name: 'extract-mentions',
  takes: extractMentionsJob,
  sends: [placeArticleJob],
  concurrency: 2,
  maxAttempts: 3,
  highWater: 4,
  enough: 2_000,
  load: (ids, { store }) => store.articleTexts(ids),
  run(article: ArticleText) {
    const extraction = extract(article)
    return done(extraction.mentions.length > 0 ? 'ok' : 'no-names', extraction)
  },
  async save(saved, tx, send) {
    await tx.saveExtractions(saved.map(({ item, result }) => ({ article: item, extraction: result })))
    await send(
      'place',
      saved.map(({ id }) => ({ id })),
    )
  },
})
