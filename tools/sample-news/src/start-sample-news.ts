import type { Server } from 'node:http'
import { goldOfPublished, type SampleArticle } from './gold.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'
import { opmlOf, type SampleOutlet } from './opml.ts'
import { outlets } from './outlets.ts'
import { reports } from './reports.ts'
import { serveOutlet, type SampleRequest } from './serve-outlet.ts'

export type SampleNewsOptions = {
  /** Port of the first outlet, the others follow one by one; 0 takes any that are free */
  port?: number
  host?: '127.0.0.1'
  now?: () => Date
  /** When each step of what develops comes out, counted from the start (45 s to 4½ min unless told); `[]` leaves it to `publishNext` */
  developAfterMs?: number[]
}

export type SampleNews = {
  outlets: SampleOutlet[]
  /** `127.0.0.1:PORT` of every outlet, for a list of allowed addresses */
  addresses: string[]
  /** What is out so far, with real addresses, newest first */
  gold: () => SampleArticle[]
  /** Every request so far, oldest first */
  requests: () => SampleRequest[]
  opml: () => string
  /** Brings out the next step of what develops; nothing when all is out */
  publishNext: () => void
  close: () => Promise<void>
}

const host = '127.0.0.1'

/**
 * Starts the sample outlets, one HTTP server each on its own port of 127.0.0.1, and resolves when all of them listen.
 * Times of publication are counted back from `now()`, so the sample is fresh at every start. Throws when a port is taken.
 */
export async function startSampleNews(options: SampleNewsOptions = {}): Promise<SampleNews> {
  const { port = 0, now = () => new Date(), developAfterMs = [45_000, 105_000, 180_000, 270_000] } = options
  const origins = new Map<string, string>()
  const originOf = ({ key }: { key: string }): string => origins.get(key) ?? `http://${host}`
  const requests: SampleRequest[] = []
  const servers: Server[] = []
  const timers: NodeJS.Timeout[] = []
  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer)
    await Promise.all(servers.map(closeServer))
  }
  let newsroom: Newsroom | undefined = undefined
  try {
    for (const [i, outlet] of outlets.entries()) {
      const server = serveOutlet(
        outlet,
        originOf,
        () => newsroom?.published() ?? [],
        (request) => requests.push(request),
      )
      servers.push(server)
      origins.set(outlet.key, `http://${host}:${await listen(server, port === 0 ? 0 : port + i)}`)
    }
  } catch (error) {
    await close()
    throw error
  }
  const open = openNewsroom(reports, outlets, originOf, now)
  newsroom = open
  for (const afterMs of developAfterMs.slice(0, open.stepCount))
    timers.push(setTimeout(() => open.publishNext(), afterMs).unref())
  const running = outlets.map((outlet) => {
    const origin = originOf(outlet)
    const { name, language, feed } = outlet
    return { name, language, feedUrl: `${origin}${feed.path}`, homeUrl: `${origin}/`, origin }
  })
  return {
    outlets: running,
    addresses: running.map(({ origin }) => new URL(origin).host),
    gold: () => open.published().map(goldOfPublished),
    requests: () => [...requests],
    opml: () => opmlOf(running),
    publishNext: () => void open.publishNext(),
    close,
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Cannot listen on "${host}:${port}" for the sample news`, { cause })),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
