import * as model from '@newsbraid/model'
import { z } from 'zod'
import { articleBodies } from '../routes/articles-routes.ts'
import { correctionAnswers, correctionBodies } from '../routes/corrections-routes.ts'
import { eventBodies } from '../routes/events-routes.ts'
import { ingestBodies } from '../routes/ingest-routes.ts'
import { opmlAnswers } from '../routes/opml-routes.ts'
import { sourceBodies } from '../routes/sources-routes.ts'

/** What the API answers with, by the name it has in the OpenAPI document. */
const ANSWERS = {
  ApiSource: model.ApiSource,
  ArticleDetail: model.ArticleDetail,
  ArticleList: model.ArticleList,
  ArticleSummary: model.ArticleSummary,
  ArticleWhy: model.ArticleWhy,
  BlockMark: model.BlockMark,
  BlockMarkList: model.BlockMarkList,
  Change: z.object({
    seq: z.string(),
    kind: z.string(),
    at: z.string(),
    eventId: z.string().optional(),
    articleId: z.string().optional(),
  }),
  ...correctionAnswers,
  CorrectionList: model.CorrectionList,
  EntityCorrection: model.EntityCorrection,
  EntityDetail: model.EntityDetail,
  EntityList: model.EntityList,
  EntityRef: model.EntityRef,
  EntitySuggestion: model.EntitySuggestion,
  EntitySummary: model.EntitySummary,
  EventArticle: model.EventArticle,
  EventDetail: model.EventDetail,
  EventList: model.EventList,
  EventSplit: z.object({ event: model.EventDetail, split: model.EventDetail }),
  EventSummary: model.EventSummary,
  Evidence: model.Evidence,
  Figure: model.Figure,
  Headline: model.Headline,
  Ingested: model.Ingested,
  IngestPending: z.object({ url: z.string(), trace: z.string() }),
  Pipeline: model.Pipeline,
  Problem: model.Problem,
  RelatedEvent: model.RelatedEvent,
  QuarantineItem: model.QuarantineItem,
  QuarantineList: model.QuarantineList,
  SourceList: model.SourceList,
  SourceRef: model.SourceRef,
  SourceRemoval: model.SourceRemoval,
  SourceRemoved: model.SourceRemoved,
  SuggestionList: model.SuggestionList,
  Timeline: z.object({ items: z.array(model.TimelineItem) }),
  TimelineItem: model.TimelineItem,
  Trace: model.Trace,
  ...opmlAnswers,
} as const
const BODIES = {
  ...articleBodies,
  ...correctionBodies,
  ...eventBodies,
  ...ingestBodies,
  ...sourceBodies,
} as const

type JsonSchema = Record<string, unknown>

/** All schemas of the document, made from the very zod schemas the code works with. */
export const openApiSchemas = (): Record<string, JsonSchema> => ({
  ...schemasOf(ANSWERS, 'output'),
  ...schemasOf(BODIES, 'input'),
})

/** One schema without a name, as a parameter has it. A number is text in an address, but a number to whoever calls. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input' })
  if (json.minimum === undefined) return json
  const { pattern: _digits, ...number } = json
  return { ...number, type: 'integer' }
}

function schemasOf(
  named: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // What is answered may grow, so a client shouldn't be told that it can't
      if (io === 'output') delete jsonSchema.additionalProperties
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  const bare = Object.entries(schemas).map(
    ([id, { $schema: _dialect, $id: _id, ...json }]) => [id, json] as const,
  )
  return Object.fromEntries(bare)
}
