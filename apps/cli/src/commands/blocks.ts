import type { BlockMark } from '@newsbraid/model'
import type { Command } from 'commander'
import { allPages } from '../all-pages.ts'
import { articleIdOf } from '../article-id.ts'
import { print, printJson, withStore } from '../with-store.ts'

type Json = { json?: boolean }

/** What people say of the blocks of a site's pages. */
export function addBlocks(program: Command): void {
  const blocks = program
    .command('blocks')
    .description('says which blocks belong to the articles of a site, whatever the machine thinks')
  for (const verdict of ['keep', 'drop'] as const)
    blocks
      .command(verdict)
      .description(verdict === 'keep' ? 'it belongs to the articles' : 'it never belongs to an article')
      .argument('<article>', 'id or address of an article of the site')
      .argument('<text>', 'the block, as "explain" shows it')
      .option('--json', 'print JSON')
      .action((given: string, text: string, { json }: Json) =>
        withStore(async (store) => {
          const id = await articleIdOf(store, given)
          if (!id) throw new Error(`Cannot find an article for "${given}"`)
          told(await store.markBlock(id, { text, verdict }), json)
        }),
      )
  blocks
    .command('list')
    .description('what was said, newest first')
    .option('--host <host>', 'of one site')
    .option('--json', 'print JSON')
    .action(({ host, json }: Json & { host?: string }) =>
      withStore(async (store) => {
        const marks = await allPages((page) => store.blockMarks(host ? { host } : {}, page))
        if (json) printJson(marks)
        else print(...(marks.length === 0 ? ['Nothing was said of any block'] : marks.map(asLine)))
      }),
    )
  blocks
    .command('undo')
    .description('takes a word back')
    .argument('<id>', 'an id that "blocks list" shows')
    .option('--json', 'print JSON')
    .action((id: string, { json }: Json) =>
      withStore(async (store) => told(await store.unmarkBlock(id), json)),
    )
}

function told(decision: { done: BlockMark } | { detail: string }, json: boolean | undefined): void {
  if (!('done' in decision)) throw new Error(decision.detail)
  if (json) printJson(decision.done)
  else print(asLine(decision.done), 'Pages of the site are cleaned again as the line runs')
}

const asLine = ({ id, host, verdict, text }: BlockMark): string =>
  `${id}  ${host}  ${verdict}  ${text.replace(/\s+/g, ' ').slice(0, 90)}`
