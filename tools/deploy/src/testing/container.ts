import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { ComposeService } from './compose-file.ts'
import { commandOf, readDockerfile } from './dockerfile.ts'
import { root } from './root.ts'
import { until } from './until.ts'

export type Container = {
  name: string
  /** Ends when the process does, with its exit code; null after a kill */
  ended: Promise<number | null>
  healthy: () => Promise<void>
  signal: (signal: NodeJS.Signals) => void
  output: () => string
}

const WAIT_MS = 120_000

/** Runs what a container of the service would run, with its settings and no others, as a process of this machine. */
export function runContainer(
  name: string,
  service: ComposeService,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Container {
  const [program = '', ...rest] = service.command ?? commandOf(readDockerfile().get(service.build!.target)!)
  const words = args.length > 0 ? [...rest.slice(0, 1), ...args] : rest
  const child: ChildProcess = spawn(program === 'node' ? process.execPath : program, words, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-200_000)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    name,
    ended,
    output: () => output,
    signal: (signal) => void child.kill(signal),
    async healthy() {
      const reached = async () => {
        if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}\n${output}`)
        const answer = await fetch(`http://${env['HOST']}:${env['PORT']}/readyz`).catch(() => undefined)
        await answer?.arrayBuffer()
        return answer?.ok ?? false
      }
      await until(`${name} is ready`, WAIT_MS, reached, () => output)
      const [, , ...check] = service.healthcheck!.test!
      const asking = spawn(process.execPath, check, {
        cwd: path.join(root, 'tools/deploy'),
        env,
        stdio: 'ignore',
      })
      const [code] = (await once(asking, 'exit')) as [number]
      if (code !== 0) throw new Error(`${name} is ready, but its healthcheck ends with code ${code}`)
    },
  }
}
