import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Command } from 'commander'

export function addStart(program: Command): void {
  program
    .command('start')
    .description('start everything in one process')
    .action(
      () =>
        new Promise<void>((resolve, reject) => {
          const main = path.resolve(import.meta.dirname, '../standalone/main.js')
          const child = spawn(process.execPath, [main], { stdio: 'inherit' })
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
          child.on('error', reject)
          child.on('exit', (code) => {
            process.exitCode = code ?? 1
            resolve()
          })
        }),
    )
}
