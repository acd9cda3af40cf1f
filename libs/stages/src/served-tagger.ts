import {
  chatRequest,
  type GivenSpans,
  MOST_SENT,
  readChatAnswer,
  readTokenAnswer,
  wholeText,
} from '@newsbraid/entities'
import type { Fetcher } from '@newsbraid/web'
import type { ArticleText } from './ports.ts'

export type ServedTagger = {
  /** `chat`: an OpenAI-compatible server · `tokens`: a token-classification endpoint */
  kind: 'chat' | 'tokens'
  url: string
  model: string
  key?: string
  timeoutMs: number
}
export type ServedTaggerOutcome = 'ok' | 'failed' | 'resting'
type World = {
  fetch: Fetcher
  now: () => number
  /** Hears how every question ended; `error` says why it failed */
  told: (outcome: ServedTaggerOutcome, error?: Error) => void
}

const FAILURES = 3
const REST_MS = 60_000
const MAX_ANSWER_BYTES = 2_000_000

/**
 * Asks a model served elsewhere for the names of an article. Undefined when it fails or is too slow: the own tagger reads
 * then. After three failures in a row it isn't asked for a minute, so that a server that hangs does not hold the line.
 */
export function servedTagger(
  { kind, url, model, key, timeoutMs }: ServedTagger,
  world: World,
): (article: ArticleText) => Promise<GivenSpans | undefined> {
  let failures = 0
  let restUntilMs = 0
  const address = kind === 'chat' ? chatAddress(url) : url
  return async (article) => {
    if (world.now() < restUntilMs) {
      world.told('resting')
      return undefined
    }
    const text = wholeText(article).slice(0, MOST_SENT)
    try {
      const answer = await world.fetch({
        url: address,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(kind === 'chat' ? chatRequest(text, model) : { inputs: text }),
        timeoutMs,
        maxBytes: MAX_ANSWER_BYTES,
      })
      const body = new TextDecoder().decode(answer.bytes)
      if (answer.status !== 200)
        throw new Error(`The model answered ${answer.status}: ${JSON.stringify(body.slice(0, 200))}`)
      const json = jsonOf(body)
      const spans = kind === 'chat' ? readChatAnswer(json, text) : readTokenAnswer(json, text)
      failures = 0
      world.told('ok')
      return { spans, until: text.length }
    } catch (error) {
      failures++
      if (failures >= FAILURES) restUntilMs = world.now() + REST_MS
      world.told('failed', error instanceof Error ? error : new Error(String(error)))
      return undefined
    }
  }
}

/** The base address of a server is given as often as that of its chat endpoint. */
const chatAddress = (url: string): string =>
  /\/chat\/completions\/?$/.test(url) ? url : `${url.replace(/\/+$/, '')}/chat/completions`

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Error(`Cannot read JSON ${JSON.stringify(body.slice(0, 80))}`, { cause: error })
  }
}
