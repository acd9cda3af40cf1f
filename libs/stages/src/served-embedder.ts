import type { ArticleText } from './ports.ts'
import { askModel, endpointOf, type ServedModel, type ServedWorld } from './served-model.ts'

/** Letters of title and lead that are sent: what happened stands there, and models read no more than a few hundred words */
const MOST_SENT = 1500
const FEWEST = 8
const MOST = 8192

/** Asks a model served elsewhere (OpenAI-compatible) for the embedding of an article. Undefined when it fails. */
export function servedEmbedder(
  served: ServedModel,
  world: ServedWorld,
): (article: ArticleText) => Promise<readonly number[] | undefined> {
  const ask = askModel<readonly number[]>(served, world)
  const address = endpointOf(served.url, 'embeddings')
  return ({ title, text }) => {
    const input = `${title}\n\n${text}`.trim().slice(0, MOST_SENT)
    return ask(address, { model: served.model, input, encoding_format: 'float' }, readEmbedding)
  }
}

/** The numbers of `data[0].embedding`. Throws when they are not there, too few or too many, or no numbers. */
export function readEmbedding(answer: unknown): readonly number[] {
  const embedding = (answer as { data?: { embedding?: unknown }[] } | null)?.data?.[0]?.embedding
  if (!Array.isArray(embedding)) throw new Error('Cannot find "data[0].embedding" in the answer')
  const odd = embedding.find((value) => typeof value !== 'number' || !Number.isFinite(value))
  if (odd !== undefined) throw new Error(`Cannot use "${String(odd)}" as a number of an embedding`)
  if (embedding.length < FEWEST || embedding.length > MOST)
    throw new Error(`Cannot use an embedding of ${embedding.length} numbers: ${FEWEST} to ${MOST} are read`)
  if (embedding.every((value) => value === 0)) throw new Error('Cannot use an embedding of zeros alone')
  return embedding as number[]
}
