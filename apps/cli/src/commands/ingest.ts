import type { ApiStore, IngestEnd } from '@newsbraid/model'
import type { Command } from 'commander'
import { type Input, readInputs } from '../read-inputs.ts'
import { print, printJson, progress, withStore } from '../with-store.ts'

const WAIT_MS = 180_000
/** Some of what was given did not become an article */
const INCOMPLETE = 3

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .description('take in pages, texts or feeds and print each article, its entities and its event')
    .argument('<what...>', 'files, folders or addresses')
    .option('--json', 'print JSON: one object an article')
    .action(async (what: string[], { json }: { json?: boolean }) => {
      const inputs = await readInputs(what)
      const results = await withStore(
        (store) => ingestAll(store, inputs),
        ['fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
      )
      if (json) printJson(results.map(({ input, end }) => asJson(input, end)))
      else for (const { input, end } of results) print(...asText(input, end))
      if (results.some(({ end }) => end.end !== 'placed')) process.exitCode = INCOMPLETE
    })
}

type Result = { input: Input; end: IngestEnd }

/** All at once into the line, answers in the order given. */
async function ingestAll(store: ApiStore, inputs: readonly Input[]): Promise<Result[]> {
  let finished = 0
  return Promise.all(
    inputs.map(async (input) => {
      const end = await store.ingest(input.request, WAIT_MS)
      progress(`${++finished}/${inputs.length} ${input.file}: ${end.end}`)
      return { input, end }
    }),
  )
}

const asJson = ({ file }: Input, end: IngestEnd): object =>
  end.end === 'placed' ? { file, ...end.ingested } : { file, ...end }

function asText({ file }: Input, end: IngestEnd): string[] {
  if (end.end === 'pending') return [`${file}: accepted, not placed yet`, '']
  if (end.end === 'ended')
    return [`${file}: no article (${end.stage}: ${end.outcome}${end.detail ? `, ${end.detail}` : ''})`, '']
  const { article, entities, event } = end.ingested
  return [
    article.title,
    `  file      ${file}`,
    `  article   ${article.id} (${article.language}, ${article.text.length} characters)`,
    `  event     ${event.id}`,
    ...entities.map(({ type, name, id }) => `  ${type.padEnd(12)} ${name}  ${id}`),
    '',
    ...article.text.split('\n').map((line) => `  ${line}`),
    '',
  ]
}
