import { Command, CommanderError } from 'commander'
import { addBlocks } from './commands/blocks.ts'
import { addEntities } from './commands/entities.ts'
import { addExplain } from './commands/explain.ts'
import { addIngest } from './commands/ingest.ts'
import { addQuarantine } from './commands/quarantine.ts'
import { addSources } from './commands/sources.ts'
import { addStart } from './commands/start.ts'
import { addTrace } from './commands/trace.ts'

const program = new Command('newsbraid')
  .description(
    'Many strands, one event: reads news, keeps the article, groups what reports the same happening',
  )
  .showHelpAfterError()
  .exitOverride()
for (const add of [
  addStart,
  addIngest,
  addExplain,
  addBlocks,
  addSources,
  addEntities,
  addQuarantine,
  addTrace,
])
  add(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    for (let e: unknown = error; e instanceof Error; e = e.cause)
      console.error(e === error ? `newsbraid: ${e.message}` : `  because: ${e.message}`)
    process.exitCode = 1
  }
}
