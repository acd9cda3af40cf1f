import { createFetcher } from '@newsbraid/http-fetch'
import {
  servedEmbedder,
  type ServedModel,
  type ServedOutcome,
  servedTagger,
  type ServedTagger,
  type ServedWorld,
  type StagePorts,
} from '@newsbraid/stages'
import type { Logger } from 'pino'

const ANYWHERE = '0.0.0.0/0,::/0'

export type ModelKind = 'names' | 'embeddings'
type Told = {
  userAgent: string
  logger: Pick<Logger, 'warn'>
  asked?: (kind: ModelKind, outcome: ServedOutcome) => void
}
type Open<Port> = { ask: Port; close: () => Promise<void> }

/** The operator's model of names. Failures are logged and counted; the built-in tagger reads then. */
export const openTagger = (served: ServedTagger, told: Told): Open<NonNullable<StagePorts['tagger']>> =>
  open(served, told, 'names', 'the built-in tagger reads', (world) => servedTagger(served, world))

/** The operator's model of embeddings. Failures are logged and counted; events are grouped without them then. */
export const openEmbedder = (served: ServedModel, told: Told): Open<NonNullable<StagePorts['embedder']>> =>
  open(served, told, 'embeddings', 'the article goes without', (world) => servedEmbedder(served, world))

/**
 * The operator's own model may stand at a private address. Its client asks no address but the one in the settings and
 * follows no redirect, so that nothing a feed says can use that freedom.
 */
function open<Port>(
  { url, timeoutMs }: ServedModel,
  { userAgent, logger, asked }: Told,
  kind: ModelKind,
  then: string,
  make: (world: ServedWorld) => Port,
): Open<Port> {
  const client = createFetcher({
    timeoutMs,
    maxBytes: 2_000_000,
    userAgent,
    allowPrivate: ANYWHERE,
    maxRedirects: 0,
  })
  const ask = make({
    fetch: client.fetch,
    now: () => Date.now(),
    told(outcome, err) {
      asked?.(kind, outcome)
      if (err) logger.warn({ err, url }, `the served model of ${kind} failed; ${then}`)
    },
  })
  return { ask, close: client.close }
}
