import type { ComposeFile, ComposeService } from './compose-file.ts'
import { type Container, runContainer } from './container.ts'
import { freePort } from './free-port.ts'

export type SplitServices = {
  /** Where the pages and the API are reached */
  address: string
  /** Runs a service that ends by itself, with arguments of one's own */
  run: (name: string, ...args: string[]) => Container
}

export type SplitOptions = {
  /** `--scale`: how many containers of a service, where it is not one */
  copies: Readonly<Record<string, number>>
  /** Turns the addresses of containers into those of this machine */
  localise: (setting: string) => string
  /** Takes in each container as it starts, so that all can be stopped however this ends */
  containers: Container[]
}

/**
 * Starts what `docker-compose up` would start, in its order: the migration to its end, then every service, until all
 * are healthy.
 */
export async function startSplit(
  compose: ComposeFile,
  { copies, localise, containers }: SplitOptions,
): Promise<SplitServices> {
  const envOf = ({ environment = {} }: ComposeService, port: number): Record<string, string> => ({
    ...Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, localise(value)])),
    HOST: '127.0.0.1',
    PORT: String(port),
  })
  const run = (name: string, ...args: string[]) =>
    runContainer(name, compose.services[name]!, envOf(compose.services[name]!, 0), ...args)
  const migration = run('migrate')
  const code = await migration.ended
  if (code !== 0) throw new Error(`migrate ended with code ${code}\n${migration.output()}`)
  let address = ''
  for (const [name, service] of Object.entries(compose.services))
    if (service.build && !service.profiles && name !== 'migrate')
      for (let copy = 0; copy < (copies[name] ?? 1); copy++) {
        const port = await freePort()
        if (name === 'api') address = `http://127.0.0.1:${port}`
        containers.push(runContainer(name, service, envOf(service, port)))
      }
  await Promise.all(containers.map((container) => container.healthy()))
  return { address, run }
}
