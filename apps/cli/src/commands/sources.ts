import fs from 'node:fs'
import { parseOpml, writeOpml } from '@newsbraid/feeds'
import type { ApiSource, Decision } from '@newsbraid/model'
import type { Command } from 'commander'
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
    .command('add')
    .argument('<address>', 'of a feed')
    .option('--name <name>', 'what to call it')
    .option('--json', 'print JSON')
    .action((feedUrl: string, { name, json }: { name?: string; json?: boolean }) =>
      withStore(async (store) => {
        const source = decided(await store.addSource({ feedUrl, ...(name ? { name } : {}) }))
        if (json) printJson(source)
        else print(asLine(source))
      }),
    )
  sources
    .command('remove')
    .argument('<source>', 'its id or the address of its feed')
    .action((given: string) =>
      withStore(async (store) => {
        const found = (await store.allSources()).find(({ id, feedUrl }) => id === given || feedUrl === given)
        if (!found || !(await store.removeSource(found.id)))
          throw new Error(`Cannot find the source "${given}"`)
        print(`Removed ${found.name}; its articles stay`)
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
          feeds.map(({ feedUrl, title, siteUrl }) => ({
            feedUrl,
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
      const feeds = all.map(({ feedUrl, name, homeUrl }) => ({
        feedUrl,
        title: name,
        folder: [],
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
    String(source.articleCount).padStart(6),
    source.name,
    source.feedUrl,
    source.lastError ?? '',
  ]
    .join('  ')
    .trimEnd()

function decided<T>(decision: Decision<T>): T {
  if ('refused' in decision) throw new Error(decision.detail)
  return decision.done
}
