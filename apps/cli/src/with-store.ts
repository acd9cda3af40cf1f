import type { ApiStore } from '@newsbraid/model'
import { type Service, startService, type StageName } from '@newsbraid/runtime'

/**
 * Opens the store that the settings name (the one of a server that runs beside us, too), lets `act` use it and closes
 * it. Log lines go to the error output, so that answers stay clean.
 */
export async function withStore<T>(
  act: (store: ApiStore) => Promise<T>,
  stages: readonly StageName[] = [],
): Promise<T> {
  let service: Service | undefined
  try {
    service = await startService({
      name: 'newsbraid-cli',
      stages,
      logTo: 2,
      env: {
        ...process.env,
        LOG_LEVEL: process.env['LOG_LEVEL'] || 'error',
        HOST: '127.0.0.1',
        PORT: '0',
        FEEDS: '',
      },
    })
    return await act(service.open.apiStore)
  } finally {
    await service?.stop()
  }
}

export const printJson = (value: unknown): void =>
  void process.stdout.write(JSON.stringify(value, null, 2) + '\n')
export const print = (...lines: string[]): void => void process.stdout.write(lines.join('\n') + '\n')
/** Progress is for people: on the error output, and only where somebody watches. */
export const progress = (line: string): void =>
  void (process.stderr.isTTY && process.stderr.write(`${line}\n`))
