export {
  featuresOf,
  type ArticleFeatures,
  type ArticleInput,
  type GivenEntity,
} from './features/article-features.ts'
export { Clusterer, createClusterer } from './clusterer.ts'
export { type ClustererOptions, type Placement } from './clustering/placement.ts'
export { type Change } from './clustering/changes.ts'
export { type Constraint } from './clustering/constraints.ts'
export { type Copy, copyBetween, NearDuplicates } from './near-duplicates.ts'
export { defaultModel, type MergeModel, type PackedModel, readModel } from './clustering/merge-model.ts'
export { SIGNALS, type Signal } from './clustering/likeness.ts'
export { skeletonOf } from './features/skeleton.ts'
export { termsOf, type Token, tokens } from './features/terms.ts'
export { type DescribedArticle, describeEvent, type EventDescription } from './describe/describe-event.ts'
export { type Lineage, lineageOf, type Lineages } from './describe/lineage.ts'
export { type Sentence, sentencesOf } from './describe/sentences.ts'
export { type Figure } from './describe/quoted-figures.ts'
