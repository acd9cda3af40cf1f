import { type ApiStore, type Decision, EntityCorrection, EntityDetail } from '@newsbraid/model'
import { z } from 'zod'
import { decided } from '../http/decided.ts'
import { idOr404 } from '../http/ids.ts'
import { HttpProblem } from '../http/problem.ts'
import { pageOf, paging, text, ulid } from '../http/query-fields.ts'
import { quote } from '../http/quote.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

type CorrectionStore = Pick<
  ApiStore,
  | 'mergeEntities'
  | 'splitEntity'
  | 'renameEntity'
  | 'aliasEntity'
  | 'notAName'
  | 'notSame'
  | 'corrections'
  | 'suggestions'
  | 'undoCorrection'
>

const NAME = 200
const who = { by: text(100).optional().describe('Who says it, kept with the correction') }
const language = () =>
  z
    .string()
    .regex(/^[a-z]{2,3}$/, 'it is not a language like "ar" or "en"')
    .optional()
const spellings = () => z.array(text(NAME)).min(1).max(500)

const MergeEntities = z.strictObject({ with: z.array(ulid()).min(1).max(50), ...who })
const SplitEntity = z
  .strictObject({
    spellings: spellings().optional(),
    articles: z.array(ulid()).min(1).max(1000).optional(),
    name: text(NAME).optional(),
    ...who,
  })
  .refine(({ spellings, articles }) => spellings ?? articles, 'it has neither "spellings" nor "articles"')
const RenameEntity = z.strictObject({ name: text(NAME), lang: language(), ...who })
const AliasEntity = z.strictObject({ alias: text(NAME), lang: language(), ...who })
const NotAName = z.strictObject({
  spellings: spellings().optional(),
  article: ulid().optional(),
  source: ulid().optional(),
  ...who,
})
const NotSame = z.strictObject({ with: ulid(), ...who })
const Undo = z.strictObject(who)
export const correctionBodies = {
  MergeEntities,
  SplitEntity,
  RenameEntity,
  AliasEntity,
  NotAName,
  NotSame,
  UndoCorrection: Undo,
}
export const correctionAnswers = {
  CorrectionsUndone: z.object({ undone: z.number().int(), corrections: z.array(EntityCorrection) }),
  EntitySplit: z.object({ entity: EntityDetail, split: EntityDetail }),
}

const CorrectionsQuery = z.strictObject({
  entity: ulid().optional().describe('Only those that speak of this entity'),
  batch: ulid().optional().describe('Only those of this import'),
  standing: z.enum(['true', 'false']).optional().describe('`true`: without those undone'),
  ...paging,
})
const SuggestionsQuery = z.strictObject(paging)

const SOMEBODY = 'a person'
const giver = (by: string | undefined) => ({ by: by ?? SOMEBODY })
const refusals = {
  404: { description: 'No such entity', schema: 'Problem' },
  409: { description: 'The entity was merged away', schema: 'Problem' },
}
const shown = { 200: { description: 'The entity as it is now', schema: 'EntityDetail' }, ...refusals }
const nonsense = { 422: { description: 'It makes no sense as things stand', schema: 'Problem' } }

/** What people say of entities: each word is kept, obeyed from then on, and can be taken back. */
export function correctionsRoutes(store: CorrectionStore): ApiRoute[] {
  /** A POST on one entity that answers with the entity. */
  const said = <Body extends z.ZodType>(
    action: string,
    bodySchema: string,
    body: Body,
    words: { summary: string; description: string },
    say: (id: string, body: z.output<Body>) => Promise<Decision<EntityDetail>>,
  ): ApiRoute =>
    defineRoute({
      method: 'post',
      path: `/entities/{id}/${action}`,
      tag: 'Entities',
      ...words,
      body,
      bodySchema,
      answers: { ...shown, ...nonsense },
      handle: async (call) => ({ json: decided(await say(idOr404(call.id, 'entity'), call.body)) }),
    })
  return [
    said(
      'merge',
      'MergeEntities',
      MergeEntities,
      {
        summary: 'Merges other entities into this one',
        description:
          'A person’s word: later mentions follow it, and the machine never parts them. The other ids answer 308 from then on.',
      },
      async (id, { with: others, by }) => {
        if (others.includes(id)) throw new HttpProblem('invalid', `Cannot merge ${quote(id)} with itself`)
        return store.mergeEntities(id, [...new Set(others)], giver(by))
      },
    ),
    defineRoute({
      method: 'post',
      path: '/entities/{id}/split',
      tag: 'Entities',
      summary: 'Makes an entity of its own of some spellings, or of the mentions of some articles',
      description:
        'A person’s word: the machine never joins them again. With both, only these spellings in these articles.',
      body: SplitEntity,
      bodySchema: 'SplitEntity',
      answers: {
        201: { description: 'What is left, and the new entity', schema: 'EntitySplit' },
        ...refusals,
        ...nonsense,
      },
      handle: async ({ id, body: { by, ...parts } }) => {
        const done = decided(await store.splitEntity(idOr404(id, 'entity'), parts, giver(by)))
        return { status: 201, json: done, headers: { Location: `/api/v1/entities/${done.split.id}` } }
      },
    }),
    said(
      'rename',
      'RenameEntity',
      RenameEntity,
      { summary: 'Shows this entity under another name', description: 'Spellings seen stay as they are.' },
      (id, { by, ...to }) => store.renameEntity(id, to, giver(by)),
    ),
    said(
      'alias',
      'AliasEntity',
      AliasEntity,
      {
        summary: 'Makes a name of this entity known',
        description: 'Whoever an article calls so, before or after, is this entity.',
      },
      (id, { by, ...known }) => store.aliasEntity(id, known, giver(by)),
    ),
    said(
      'not-a-name',
      'NotAName',
      NotAName,
      {
        summary: 'Says that what was taken for this entity names nobody',
        description:
          'Everywhere, or in one article or source. Without `spellings`: all that the entity is called; with them: only these, whichever entity of its type bears them.',
      },
      (id, { by, ...where }) => store.notAName(id, where, giver(by)),
    ),
    said(
      'not-same',
      'NotSame',
      NotSame,
      { summary: 'Refuses a suggestion: the two are not one', description: 'It isn’t suggested again.' },
      async (id, { with: other, by }) => {
        if (other === id) throw new HttpProblem('invalid', `Cannot part ${quote(id)} from itself`)
        return store.notSame(id, other, giver(by))
      },
    ),
    defineRoute({
      method: 'get',
      path: '/suggestions',
      tag: 'Entities',
      summary: 'Lists pairs of entities that may be one, surest first',
      query: SuggestionsQuery,
      answers: { 200: { description: 'A page of suggestions', schema: 'SuggestionList' } },
      handle: async ({ query }) => ({ json: await store.suggestions(pageOf(query, 'score')) }),
    }),
    defineRoute({
      method: 'get',
      path: '/corrections',
      tag: 'Entities',
      summary: 'Lists what people and imports said of entities, newest first',
      query: CorrectionsQuery,
      answers: { 200: { description: 'A page of corrections', schema: 'CorrectionList' } },
      handle: async ({ query: { cursor, limit, standing, ...filters } }) => ({
        json: await store.corrections(
          { ...filters, standing: standing === 'true' },
          pageOf({ cursor, limit }, 'latest'),
        ),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/corrections/{id}/undo',
      tag: 'Entities',
      summary: 'Takes a correction back, or all of a batch by the batch’s id',
      description: 'All is as it would be had it never been given; later corrections stand.',
      body: Undo.optional(),
      bodySchema: 'UndoCorrection',
      answers: {
        200: { description: 'The corrections that were undone', schema: 'CorrectionsUndone' },
        404: { description: 'No such correction', schema: 'Problem' },
        409: { description: 'It was undone already', schema: 'Problem' },
      },
      handle: async ({ id, body }) => ({
        json: decided(await store.undoCorrection(idOr404(id, 'correction'), giver(body?.by))),
      }),
    }),
  ]
}
