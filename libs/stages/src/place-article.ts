import type { ArticleFeatures } from '@newsbraid/events'
import { defineStage, done } from '@newsbraid/pipeline'
import { placeArticleJob } from './jobs.ts'
import type { Placed, StagePorts, StoreWrites } from './ports.ts'

/**
 * Puts an article into its event. One writer at a time (concurrency 1, under a lease): deciding is the one step where
 * order matters. What it keeps in memory is thrown away when a batch can't be saved, and read again from the store.
 */
export const placeArticle = defineStage<StagePorts, StoreWrites>()({
  name: 'place-article',
  takes: placeArticleJob,
  sends: [],
  concurrency: 1,
  maxAttempts: 3,
  highWater: 2,
  enough: 5_000,
  load: (ids, { store }) => store.featuresToPlace(ids),
  async run(features: ArticleFeatures, ports) {
    const placement = (await ports.writer.clusterer()).place(features)
    const outcome = placement.role === 'copy' ? 'copy' : placement.isNew ? 'new-event' : 'joined'
    return done<Placed>(outcome, { features, placement })
  },
  save: (saved, tx) => tx.savePlacements(saved.map(({ result }) => result)),
  onSaveFailed: (ports) => ports.writer.forget(),
})
