import {
  chatRequest,
  type GivenSpans,
  MOST_SENT,
  readChatAnswer,
  readTokenAnswer,
  wholeText,
} from '@newsbraid/entities'
import type { ArticleText } from './ports.ts'
import { askModel, endpointOf, type ServedModel, type ServedWorld } from './served-model.ts'

/** `chat`: an OpenAI-compatible server · `tokens`: a token-classification endpoint */
export type ServedTagger = ServedModel & { kind: 'chat' | 'tokens' }

/** Asks a model served elsewhere for the names of an article. Undefined when it fails: the own tagger reads then. */
export function servedTagger(
  served: ServedTagger,
  world: ServedWorld,
): (article: ArticleText) => Promise<GivenSpans | undefined> {
  const { kind, url, model } = served
  const ask = askModel<GivenSpans['spans']>(served, world)
  return async (article) => {
    const text = wholeText(article).slice(0, MOST_SENT)
    const spans = await (kind === 'chat'
      ? ask(endpointOf(url, 'chat/completions'), chatRequest(text, model), (json) =>
          readChatAnswer(json, text),
        )
      : ask(url, { inputs: text }, (json) => readTokenAnswer(json, text)))
    return spans && { spans, until: text.length }
  }
}
