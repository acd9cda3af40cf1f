import { createFetcher } from '@newsbraid/http-fetch'
import { servedTagger, type ServedTagger, type StagePorts } from '@newsbraid/stages'
import type { Logger } from 'pino'

const ANYWHERE = '0.0.0.0/0,::/0'

/**
 * The operator's own model may stand at a private address. Its client asks no address but the one in the settings and
 * follows no redirect, so that nothing a feed says can use that freedom. Failures are logged and counted.
 */
export function openTagger(
  served: ServedTagger,
  userAgent: string,
  logger: Pick<Logger, 'warn'>,
  asked: (outcome: string) => void = () => {},
): { tag: NonNullable<StagePorts['tagger']>; close: () => Promise<void> } {
  const { timeoutMs, url } = served
  const client = createFetcher({
    timeoutMs,
    maxBytes: 2_000_000,
    userAgent,
    allowPrivate: ANYWHERE,
    maxRedirects: 0,
  })
  const tag = servedTagger(served, {
    fetch: client.fetch,
    now: () => Date.now(),
    told(outcome, err) {
      asked(outcome)
      if (err) logger.warn({ err, url }, 'the served model of names failed; the built-in tagger reads')
    },
  })
  return { tag, close: client.close }
}
