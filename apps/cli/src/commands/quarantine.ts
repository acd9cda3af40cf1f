import type { Command } from 'commander'
import { allPages } from '../all-pages.ts'
import { print, printJson, withStore } from '../with-store.ts'

export function addQuarantine(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('items that no retry can save, with their reasons')
  quarantine
    .command('list')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async (store) => {
        const items = await allPages((page) => store.quarantine({}, page))
        if (json) printJson(items)
        else
          print(
            ...(items.length === 0
              ? ['Nothing is quarantined']
              : items.map(({ id, at, url, reason }) => `${id}  ${at}  ${url ?? ''}\n    ${reason}`)),
          )
      }),
    )
  quarantine
    .command('replay')
    .argument('<id...>', 'ids that "quarantine list" shows')
    .action((ids: string[]) =>
      withStore(async (store) => {
        for (const id of ids) {
          const decision = await store.replayQuarantined(id)
          if ('refused' in decision) throw new Error(decision.detail)
          print(`Replayed ${id}`)
        }
      }),
    )
}
