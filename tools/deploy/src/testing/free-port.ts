import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** A port of 127.0.0.1 that nobody holds now. */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
