import type { ApiStore, IngestEnd, IngestRequest } from '@newsbraid/model'
import { z } from 'zod'
import { HttpProblem } from '../http/problem.ts'
import { text, webUrl, wholeNumber } from '../http/query-fields.ts'
import { type Answer, type ApiRoute, defineRoute, type TextBody } from '../http/route.ts'

const MAX_BODY_BYTES = 8 * 1024 * 1024
const DEFAULT_WAIT_SECONDS = 30

const IngestQuery = z.strictObject({
  url: webUrl().optional().describe('The address an HTML or text body belongs to'),
  wait: wholeNumber(0, 120)
    .optional()
    .describe(`Seconds to wait for the event; ${DEFAULT_WAIT_SECONDS} when absent`),
})
const Ingest = z.union([
  z.strictObject({ url: webUrl() }),
  z.strictObject({ html: z.string().min(1), url: webUrl().optional() }),
  z.strictObject({ text: z.string().min(1), title: text(500).optional(), url: webUrl().optional() }),
])
export const ingestBodies = { Ingest }

/** One page by hand: an address to fetch, or the page itself. */
export function ingestRoutes(store: Pick<ApiStore, 'ingest'>): ApiRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/ingest',
      tag: 'Ingest',
      summary: 'Takes in one page and answers with its article, entities and event',
      query: IngestQuery,
      body: Ingest.optional(),
      bodySchema: 'Ingest',
      textTypes: ['text/html', 'text/plain'],
      maxBodyBytes: MAX_BODY_BYTES,
      answers: {
        201: { description: 'The article is placed', schema: 'Ingested' },
        202: { description: 'It is on its way; Location tells where', schema: 'IngestPending' },
        422: { description: 'No article came of it; `stage` and `outcome` say why', schema: 'Problem' },
      },
      handle: async ({ query, body, text: sent }) => {
        const request = requestOf(body, sent, query.url)
        return answerOf(await store.ingest(request, (query.wait ?? DEFAULT_WAIT_SECONDS) * 1000))
      },
    }),
  ]
}

function requestOf(
  body: z.output<typeof Ingest> | undefined,
  sent: TextBody | undefined,
  url: string | undefined,
): IngestRequest {
  if (sent) {
    const content = sent.read()
    if (content.trim() === '') throw new HttpProblem('bad-body', 'The body is empty')
    const contentType = sent.type === 'text/html' ? 'text/html' : 'text/plain'
    return { kind: 'body', body: content, contentType, url }
  }
  if (!body)
    throw new HttpProblem('bad-body', 'A body is needed: JSON with "url", "html" or "text", or a page itself')
  if ('html' in body) return { kind: 'body', body: body.html, contentType: 'text/html', url: body.url ?? url }
  if ('text' in body)
    return {
      kind: 'body',
      body: body.text,
      contentType: 'text/plain',
      title: body.title,
      url: body.url ?? url,
    }
  return { kind: 'url', url: body.url }
}

function answerOf(end: IngestEnd): Answer {
  if (end.end === 'placed')
    return {
      status: 201,
      json: end.ingested,
      headers: { Location: `/api/v1/articles/${end.ingested.article.id}` },
    }
  const trace = `/api/v1/pipeline/trace?url=${encodeURIComponent(end.url)}`
  if (end.end === 'pending')
    return { status: 202, json: { url: end.url, trace }, headers: { Location: trace } }
  const { url, stage, outcome, detail } = end
  throw new HttpProblem(
    'not-an-article',
    `Stage "${stage}" ended with "${outcome}"${detail ? `: ${detail}` : ''}`,
    {
      extra: { url, stage, outcome },
    },
  )
}
