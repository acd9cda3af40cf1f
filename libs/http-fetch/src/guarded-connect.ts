import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { addressRefusal, type AllowList, FetchError } from '@newsbraid/web'
import { buildConnector } from 'undici'

const refuse = (host: string, reason: string): FetchError =>
  new FetchError('address-refused', `Refused to connect to "${host}": ${reason}`)

/** A look-up whose every answer must pass: one private address among public ones refuses the name. */
function guardedLookup(lookup: LookupFunction, port: number, allow: AllowList): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, answers) => {
      if (error) return callback(error, [])
      const all = Array.isArray(answers) ? answers : [{ address: answers, family: isIP(answers) }]
      const first = all[0]
      if (!first) return callback(new FetchError('dns', `Found no address for "${hostname}"`), [])
      for (const { address } of all) {
        const reason = addressRefusal(address, port, allow)
        if (reason !== undefined) return callback(refuse(hostname, reason), [])
      }
      if (options.all) callback(null, all)
      else callback(null, first.address, first.family)
    })
}

/**
 * Connects sockets only to addresses that may be asked. The check stands where the connection is made, so that it sees
 * the very answer that is used (a name can change between two look-ups) and literals, which no look-up sees.
 */
export function guardedConnect({
  allow,
  lookup = dns.lookup as LookupFunction,
  timeoutMs,
}: {
  allow: AllowList
  lookup?: LookupFunction
  timeoutMs: number
}): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>()
  const connectorFor = (port: number): buildConnector.connector => {
    const known = connectors.get(port)
    if (known) return known
    const made = buildConnector({
      lookup: guardedLookup(lookup, port, allow),
      timeout: timeoutMs,
      autoSelectFamily: true,
    })
    if (connectors.size < 100) connectors.set(port, made)
    return made
  }
  return (options, callback) => {
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80))
    const host = options.hostname.replace(/^\[|\]$/g, '')
    const reason = isIP(host) ? addressRefusal(host, port, allow) : undefined
    if (reason !== undefined) return callback(refuse(host, reason), null)
    connectorFor(port)(options, (...outcome) => {
      const [error, socket] = outcome
      if (error) return callback(error, null)
      const peer =
        socket.remoteAddress === undefined ? undefined : addressRefusal(socket.remoteAddress, port, allow)
      if (peer === undefined) return callback(null, socket)
      socket.destroy()
      callback(refuse(host, peer), null)
    })
  }
}
