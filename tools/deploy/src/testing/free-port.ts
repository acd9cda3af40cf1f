import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'

/** Below the ports that systems give to outgoing connections: one of those may be taken before a process listens on it. */
const FROM = 12_000
const TO = 32_000
const TRIES = 100
const given = new Set<number>()

/** A port nothing listens on, of 127.0.0.1, that this process was not given before. Throws when a hundred are taken. */
export async function freePort(): Promise<number> {
  for (let n = 0; n < TRIES; n++) {
    const port = randomInt(FROM, TO)
    if (given.has(port)) continue
    const server = net.createServer()
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening')
    } catch {
      continue
    }
    server.close()
    await once(server, 'close')
    given.add(port)
    return port
  }
  throw new Error(`Cannot find a free port between ${FROM} and ${TO}`)
}
