import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { openWalkedLine, type Origin, startOrigin, type WalkedLine } from './walk-line.ts'

/** Gives every test of a file an empty line and an origin that nobody has asked; both are closed after the last. */
export function onAWalkedLine(ready: (line: WalkedLine, origin: Origin) => void): void {
  let line: WalkedLine
  let origin: Origin | undefined
  beforeAll(async () => {
    line = await openWalkedLine()
  }, 60_000)
  beforeEach(async () => {
    await line.database.pool.query('TRUNCATE sources, work, hosts, site_templates, events, entities CASCADE')
    await origin?.close()
    origin = await startOrigin()
    ready(line, origin)
  })
  afterAll(async () => {
    await origin?.close()
    await line.close()
  })
}
