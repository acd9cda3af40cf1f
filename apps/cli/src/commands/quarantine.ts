import type { QuarantineItem } from '@newsbraid/model'
import type { Command } from 'commander'
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
        const items: QuarantineItem[] = []
        for (let cursor: string | undefined; ;) {
          const page = await store.quarantine({}, { limit: 100, ...(cursor ? { cursor } : {}) })
          items.push(...page.items)
          cursor = page.nextCursor
          if (!cursor) break
        }
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
