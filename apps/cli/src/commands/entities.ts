import type {
  ApiStore,
  Decision,
  EntityCorrection,
  EntityDetail,
  EntitySummary,
  EntitySuggestion,
  EntityType,
} from '@newsbraid/model'
import type { Command } from 'commander'
import { print, printJson, withStore } from '../with-store.ts'
import { classOf, importAliases } from './import-aliases.ts'
import { userName } from './user-name.ts'

type Shared = { json?: boolean; by?: string }
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const SHOWN = 50

/** People, organisations and places: who they are, what people said of them, and files of names. */
export function addEntities(program: Command): void {
  const entities = program
    .command('entities')
    .description('people, organisations and places, and corrections of them')
  const sub = (name: string, description: string) =>
    entities.command(name).description(description).option('--json', 'print JSON')
  const correction = (name: string, description: string) =>
    sub(name, `${description} (an entity is given by its id, or by a name that only it has)`).option(
      '--by <name>',
      'who says it',
      userName(),
    )

  sub('list', 'lists entities, most named first')
    .argument('[name]', 'a name in any spelling or script')
    .action((q: string | undefined, { json }: Shared) =>
      withStore(async (store) => {
        const { items } = await store.entities({ ...(q ? { q } : {}), sort: 'mentions' }, { limit: SHOWN })
        if (json) printJson(items)
        else print(...(items.length === 0 ? ['Nobody is called so'] : items.map(summaryLine)))
      }),
    )
  correction('merge', 'makes others one with an entity')
    .argument('<entity>')
    .argument('<others...>')
    .action((entity: string, others: string[], options: Shared) =>
      corrected(options, async (store, giver) => {
        const ids = await Promise.all(others.map((one) => idOf(store, one)))
        return store.mergeEntities(await idOf(store, entity), ids, giver)
      }),
    )
  correction('split', 'makes an entity of its own of some spellings, or of the mentions of some articles')
    .argument('<entity>')
    .option('--spelling <name...>', 'spellings that are somebody else')
    .option('--article <id...>', 'articles that speak of somebody else')
    .option('--name <name>', 'what the new one is called')
    .action((entity: string, { spelling, article, name, ...options }: Shared & Parts) =>
      corrected(options, async (store, giver) => {
        if (!spelling && !article) throw new Error('Cannot split without "--spelling" or "--article"')
        const parts = { spellings: spelling, articles: article, name }
        const split = await store.splitEntity(await idOf(store, entity), parts, giver)
        return 'done' in split ? { done: split.done.split } : split
      }),
    )
  correction('rename', 'shows an entity under another name')
    .argument('<entity>')
    .argument('<name>')
    .option('--lang <language>', 'the language of the name, as in "ar"')
    .action((entity: string, name: string, { lang, ...options }: Shared & { lang?: string }) =>
      corrected(options, async (store, giver) =>
        store.renameEntity(await idOf(store, entity), { name, lang }, giver),
      ),
    )
  correction('alias', 'makes another name of an entity known')
    .argument('<entity>')
    .argument('<name>')
    .option('--lang <language>', 'the language of the name, as in "ar"')
    .action((entity: string, alias: string, { lang, ...options }: Shared & { lang?: string }) =>
      corrected(options, async (store, giver) =>
        store.aliasEntity(await idOf(store, entity), { alias, lang }, giver),
      ),
    )
  correction('not-a-name', 'says that what was taken for an entity names nobody')
    .argument('<entity>')
    .option('--spelling <name...>', 'only these spellings, whoever bears them')
    .option('--article <id>', 'only in this article')
    .option('--source <id>', 'only in this source')
    .action(
      (
        entity: string,
        {
          spelling,
          article,
          source,
          ...options
        }: Shared & { spelling?: string[]; article?: string; source?: string },
      ) =>
        corrected(options, async (store, giver) =>
          store.notAName(await idOf(store, entity), { spellings: spelling, article, source }, giver),
        ),
    )
  correction('not-same', 'refuses a suggestion: two entities are not one')
    .argument('<entity>')
    .argument('<other>')
    .action((entity: string, other: string, options: Shared) =>
      corrected(options, async (store, giver) =>
        store.notSame(await idOf(store, entity), await idOf(store, other), giver),
      ),
    )
  sub('suggestions', 'lists pairs that may be one, surest first').action(({ json }: Shared) =>
    withStore(async (store) => {
      const { items } = await store.suggestions({ limit: SHOWN })
      if (json) printJson(items)
      else print(...(items.length === 0 ? ['Nothing is suggested'] : items.map(suggestionLine)))
    }),
  )
  const corrections = entities.command('corrections').description('what people and imports said of entities')
  corrections
    .command('list', { isDefault: true })
    .description('lists corrections, newest first')
    .option('--entity <id>', 'only those that speak of this entity')
    .option('--json', 'print JSON')
    .action(({ entity, json }: Shared & { entity?: string }) =>
      withStore(async (store) => {
        const query = entity === undefined ? {} : { entity: await idOf(store, entity) }
        const { items } = await store.corrections(query, { limit: SHOWN })
        if (json) printJson(items)
        else print(...(items.length === 0 ? ['Nothing was corrected'] : items.map(correctionLine)))
      }),
    )
  sub('undo', 'takes a correction back, or a whole import by its batch')
    .argument('<id>', 'an id that "corrections list" shows, or a batch')
    .option('--by <name>', 'who says it', userName())
    .action((id: string, { json, by }: Shared) =>
      withStore(async (store) => {
        const decision = await store.undoCorrection(id, { by: by ?? userName() })
        if ('refused' in decision) throw new Error(decision.detail)
        if (json) printJson(decision.done)
        else print(`Took back ${decision.done.undone} correction${decision.done.undone === 1 ? '' : 's'}`)
      }),
    )
  sub(
    'import',
    'makes the names of a file known: Wikidata entity documents as JSON lines, or a table (docs/alias-files.md)',
  )
    .argument('<file>', '.json, .jsonl, .csv or .tsv, perhaps .gz')
    .option('--class <id=type...>', 'a further class of Wikidata, as in Q33506=organisation', classOf, {})
    .option('--by <name>', 'who imports it', userName())
    .action((file: string, options: Shared & { class: Record<string, EntityType> }) =>
      importAliases(file, options),
    )
}

type Parts = { spelling?: string[]; article?: string[]; name?: string }

const corrected = (
  { json, by = userName() }: Shared,
  act: (store: ApiStore, giver: { by: string }) => Promise<Decision<EntityDetail>>,
): Promise<void> =>
  withStore(async (store) => {
    const decision = await act(store, { by })
    if ('refused' in decision) throw new Error(decision.detail)
    if (json) return printJson(decision.done)
    const last = (await store.corrections({ entity: decision.done.id }, { limit: 1 })).items[0]
    print(
      summaryLine(decision.done),
      ...(last ? [`  To take it back: newsbraid entities undo ${last.id}`] : []),
    )
  })

/** The id itself, or the id of the only entity that is called so. */
async function idOf(store: ApiStore, given: string): Promise<string> {
  if (ULID.test(given)) return given
  const { items } = await store.entities({ q: given, sort: 'mentions' }, { limit: SHOWN })
  const [only, ...others] =
    items.filter(({ name }) => name === given).length === 1
      ? items.filter(({ name }) => name === given)
      : items
  if (!only) throw new Error(`Cannot find anybody called "${given}"`)
  if (others.length > 0)
    throw new Error(
      `Cannot tell who "${given}" is: ${[only, ...others].map(({ id, name }) => `${id} ${name}`).join(', ')}`,
    )
  return only.id
}

const summaryLine = ({ id, type, name, articleCount }: EntitySummary): string =>
  `${id}  ${type.padEnd(12)} ${name}  (${articleCount} article${articleCount === 1 ? '' : 's'})`
const suggestionLine = ({ entity, other, score }: EntitySuggestion): string =>
  `${score.toFixed(2)}  ${entity.id} ${entity.name}  =?  ${other.id} ${other.name}`
const correctionLine = (one: EntityCorrection): string =>
  [
    one.id,
    one.at,
    one.kind.padEnd(10),
    one.entity.name,
    ...(one.other ? [`← ${one.other.name}`] : []),
    ...(one.name ? [`→ ${one.name}`] : []),
    ...(one.spellings.length > 0 ? [`[${one.spellings.join(' · ')}]`] : []),
    `by ${one.by}`,
    ...(one.batch ? [`batch ${one.batch}`] : []),
    ...(one.undoneAt ? ['(undone)'] : []),
  ].join('  ')
