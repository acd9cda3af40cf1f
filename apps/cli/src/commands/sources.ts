import fs from 'node:fs'
import { parseOpml, writeOpml } from '@newsbraid/feeds'
import {
  type ApiSource,
  type ApiStore,
  type Decision,
  type KindChoice,
  SourceKind,
  type SourceRemoval,
} from '@newsbraid/model'
import { type Command, Option } from 'commander'
import { healthLines } from '../health-lines.ts'
import { print, printJson, withStore } from '../with-store.ts'

export function addSources(program: Command): void {
  const sources = program.command('sources').description('the feeds that are read')
  sources
    .command('list')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async (store) => {
        const all = await store.allSources()
        if (json) printJson(all)
        else print(...all.map(asLine))
      }),
    )
  sources
    .command('show')
    .description('how a source fares, and what to do about it')
    .argument('<source>', 'its id or the address of its feed')
    .option('--json', 'print JSON')
    .action((given: string, { json }: { json?: boolean }) =>
      withStore(async (store) => {
        const source = await sourceNamed(store, given)
        if (json) printJson(source)
        else print(...healthLines(source))
      }),
    )
  sources
    .command('add')
    .argument('<address>', 'of a feed, a site, a sitemap or a page that lists articles')
    .option('--name <name>', 'what to call it')
    .addOption(
      new Option('--kind <kind>', 'what the address is; auto finds out')
        .choices(['auto', ...SourceKind.options])
        .default('auto'),
    )
    .option('--json', 'print JSON')
    .action((feedUrl: string, { name, kind, json }: { name?: string; kind: KindChoice; json?: boolean }) =>
      withStore(async (store) => {
        const source = decided(await store.addSource({ feedUrl, kind, ...(name ? { name } : {}) }))
        if (json) printJson(source)
        else print(asLine(source))
      }),
    )
  sources
    .command('remove')
    .argument('<source>', 'its id or the address of its feed')
    .option('--with-articles', 'its articles go too, and events that only it reported')
    .option('--json', 'print JSON')
    .action((given: string, { withArticles, json }: { withArticles?: boolean; json?: boolean }) =>
      withStore(async (store) => {
        const found = await sourceNamed(store, given)
        if (withArticles) {
          const removed = await store.removeSourceWithArticles(found.id, Infinity)
          if (!removed) throw new Error(`Cannot find the source "${given}"`)
          if (json) printJson({ id: found.id, ...removed })
          else print(`Removed ${found.name} with ${wentWithIt(removed)}`)
          return
        }
        if (!(await store.removeSource(found.id))) throw new Error(`Cannot find the source "${given}"`)
        if (json) printJson({ id: found.id, articles: 0, done: true })
        else print(`Removed ${found.name}; its articles stay (${found.articleCount})`)
      }),
    )
  sources
    .command('import')
    .argument('<opml>', 'an OPML file')
    .option('--json', 'print JSON')
    .action((file: string, { json }: { json?: boolean }) =>
      withStore(async (store) => {
        const feeds = parseOpml(fs.readFileSync(file))
        if (feeds.length === 0) throw new Error(`Cannot read "${file}": it lists no feeds`)
        const result = await store.importSources(
          feeds.map(({ feedUrl, title, siteUrl, folder }) => ({
            feedUrl,
            folder,
            ...(title ? { name: title } : {}),
            ...(siteUrl ? { homeUrl: siteUrl } : {}),
          })),
        )
        if (json) printJson(result)
        else print(`${result.added} added, ${result.known} known already`)
      }),
    )
  sources.command('export').action(() =>
    withStore(async (store) => {
      const all = await store.allSources()
      const feeds = all.map(({ feedUrl, name, homeUrl, folder = [] }) => ({
        feedUrl,
        title: name,
        folder,
        ...(homeUrl ? { siteUrl: homeUrl } : {}),
      }))
      print(writeOpml(feeds, { title: 'Newsbraid sources' }))
    }),
  )
}

const asLine = (source: ApiSource): string =>
  [
    source.id,
    source.state.padEnd(7),
    (source.kind ?? '').padEnd(7),
    String(source.articleCount).padStart(6),
    source.name,
    source.feedUrl,
    source.lastError ?? '',
  ]
    .join('  ')
    .trimEnd()

async function sourceNamed(store: ApiStore, given: string): Promise<ApiSource> {
  const found = (await store.allSources()).find(({ id, feedUrl }) => id === given || feedUrl === given)
  if (!found) throw new Error(`Cannot find the source "${given}"`)
  return found
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
const wentWithIt = ({ articles, articlesShared, events, eventsChanged }: SourceRemoval): string =>
  [
    `${counted(articles, 'article')} and ${counted(events, 'event')}`,
    ...(eventsChanged > 0 ? [`${counted(eventsChanged, 'event')} told anew without it`] : []),
    ...(articlesShared > 0
      ? [`${counted(articlesShared, 'article')} kept: another source delivers them too`]
      : []),
  ].join('; ')

function decided<T>(decision: Decision<T>): T {
  if ('refused' in decision) throw new Error(decision.detail)
  return decision.done
}
