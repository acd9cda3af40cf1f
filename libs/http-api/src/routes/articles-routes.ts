import type { ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { decided } from '../http/decided.ts'
import { idOr404, notFound } from '../http/ids.ts'
import { HttpProblem } from '../http/problem.ts'
import { language, pageOf, paging, text, time, ulid } from '../http/query-fields.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

const ArticlesQuery = z.strictObject({
  q: text(300).optional().describe('Words of the title or the text, in any language'),
  lang: language().optional().describe('The language it is written in'),
  source: ulid().optional().describe('The id of its source'),
  entity: ulid().optional().describe('The id of an entity named in it'),
  event: ulid().optional().describe('The id of its event'),
  since: time().optional().describe('Published at this time or later'),
  until: time().optional().describe('Published before this time'),
  sort: z
    .enum(['latest', 'oldest', 'relevance'])
    .optional()
    .describe('`latest` when absent, `relevance` with `q`'),
  ...paging,
})
const MarksQuery = z.strictObject({
  host: text(253).optional().describe('The host whose pages are meant, without www'),
  ...paging,
})
const MarkBody = z.strictObject({
  text: z.string().min(1).max(20_000),
  verdict: z.enum(['keep', 'drop']),
})
export const articleBodies = { MarkBlock: MarkBody }

const unknown = { 404: { description: 'No such article', schema: 'Problem' } }

/** Articles: list, one, and why it stands in its event. */
export function articlesRoutes(
  store: Pick<ApiStore, 'articles' | 'article' | 'articleWhy' | 'blockMarks' | 'markBlock' | 'unmarkBlock'>,
): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/articles',
      tag: 'Articles',
      summary: 'Lists articles',
      query: ArticlesQuery,
      answers: { 200: { description: 'A page of articles', schema: 'ArticleList' } },
      handle: async ({ query: { cursor, limit, sort, ...filters } }) => {
        const order = sort ?? (filters.q === undefined ? 'latest' : 'relevance')
        if (order === 'relevance' && filters.q === undefined)
          throw new HttpProblem('bad-parameter', 'Cannot sort by "relevance" without "q"')
        return { json: await store.articles({ ...filters, sort: order }, pageOf({ cursor, limit }, order)) }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/articles/{id}',
      tag: 'Articles',
      summary: 'Shows one article: clean text, dropped blocks, mentions, revisions',
      answers: { 200: { description: 'The article', schema: 'ArticleDetail' }, ...unknown },
      handle: async ({ id }) => {
        const article = await store.article(idOr404(id, 'article'))
        if (!article) throw notFound('article', id)
        return { json: article }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/articles/{id}/why',
      tag: 'Articles',
      summary: 'Explains why an article stands in its event',
      answers: {
        200: { description: 'The evidence, and the events not chosen', schema: 'ArticleWhy' },
        ...unknown,
      },
      handle: async ({ id }) => {
        const why = await store.articleWhy(idOr404(id, 'article'))
        if (!why) throw notFound('article', id)
        return { json: why }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/articles/{id}/blocks',
      tag: 'Articles',
      summary: 'Says of a block that it belongs to the articles of this site, or never does',
      description:
        'A person’s word outranks the machine on every page of the host. Pages whose bodies are kept are cleaned again.',
      body: MarkBody,
      bodySchema: 'MarkBlock',
      answers: {
        201: { description: 'What was kept', schema: 'BlockMark' },
        ...unknown,
        422: { description: 'The block has no words', schema: 'Problem' },
      },
      handle: async ({ id, body }) => ({
        status: 201,
        json: decided(await store.markBlock(idOr404(id, 'article'), body)),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/block-marks',
      tag: 'Articles',
      summary: 'Lists what people said of blocks',
      query: MarksQuery,
      answers: { 200: { description: 'A page of marks', schema: 'BlockMarkList' } },
      handle: async ({ query: { cursor, limit, ...filters } }) => ({
        json: await store.blockMarks(filters, pageOf({ cursor, limit }, 'latest')),
      }),
    }),
    defineRoute({
      method: 'delete',
      path: '/block-marks/{id}',
      tag: 'Articles',
      summary: 'Takes a word on a block back',
      answers: {
        200: { description: 'What was taken back', schema: 'BlockMark' },
        404: { description: 'No such mark', schema: 'Problem' },
      },
      handle: async ({ id }) => ({ json: decided(await store.unmarkBlock(idOr404(id, 'mark'))) }),
    }),
  ]
}
