import type { Command } from 'commander'
import { print, printJson, withStore } from '../with-store.ts'

export function addTrace(program: Command): void {
  program
    .command('trace')
    .description('where is my article?')
    .argument('<url>', 'address of the page')
    .option('--json', 'print JSON')
    .action((url: string, { json }: { json?: boolean }) =>
      withStore(async (store) => {
        const trace = await store.trace(url)
        if (!trace) throw new Error(`Cannot find "${url}": no feed has named it and nobody handed it in`)
        if (json) printJson(trace)
        else
          print(
            trace.canonicalUrl,
            ...trace.steps.map(
              ({ stage, state, outcome, detail, at }) =>
                `  ${at}  ${stage.padEnd(17)} ${[state, outcome, detail].filter(Boolean).join(' · ')}`,
            ),
            ...(trace.eventId ? [`  event ${trace.eventId}`] : []),
          )
      }),
    )
}
