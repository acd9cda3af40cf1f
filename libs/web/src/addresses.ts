import ipaddr from 'ipaddr.js'
import { isWebPort } from './ports.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Permit = { range: [Address, number]; port?: number }

/** Private addresses that may be asked all the same, each perhaps only at one port. */
export type AllowList = readonly Permit[]

/** Ranges that ipaddr.js counts as unicast and that lead nowhere public (IANA special-purpose registries). */
const SPECIAL: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fec0::/10',
].map((range) => ipaddr.parseCIDR(range))

const within = (address: Address, range: Address, bits: number): boolean =>
  address.kind() === range.kind() && address.match(range, bits)

function addressOf(text: string): Address | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return undefined
  const address = ipaddr.process(bare)
  return address
}

const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && !SPECIAL.some(([range, bits]) => within(address, range, bits))

/**
 * Reads `127.0.0.0/8,10.0.0.1:8080,[fd00::1]:9000,192.168.0.7`. An address with a port is allowed at that port alone,
 * whatever the port; all others at web ports. Throws on an entry that is none.
 */
export function parseAllowList(text: string): AllowList {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      try {
        if (entry.includes('/')) return { range: ipaddr.parseCIDR(entry) }
        const withPort = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry)
        const address = ipaddr.process((withPort?.[1] ?? withPort?.[2] ?? entry).replace(/^\[|\]$/g, ''))
        const range: [Address, number] = [address, address.kind() === 'ipv4' ? 32 : 128]
        return withPort ? { range, port: Number(withPort[3]) } : { range }
      } catch (cause) {
        throw new Error(`Cannot read allowed address "${entry}"`, { cause })
      }
    })
}

/** Why one resolved address may not be connected to at this port, in words; `undefined` when it may. */
export function addressRefusal(ip: string, port: number, allow: AllowList = []): string | undefined {
  const address = addressOf(ip)
  if (!address) return `Address "${ip}" is unreadable`
  const permits = allow.filter(({ range }) => within(address, ...range))
  if (permits.some((permit) => permit.port === port)) return undefined
  if (!isWebPort(port)) return `Port ${port} is not a port of the web`
  if (permits.some((permit) => permit.port === undefined)) return undefined
  return isPublic(address) ? undefined : `Address "${ip}" is not public (${address.range()})`
}

/** The address an http address names by digits, in whatever spelling; `undefined` for a name. */
export function literalAddress(url: string): string | undefined {
  return addressOf(new URL(url).hostname)?.toString()
}

/**
 * Whether an http(s) address may be asked: every address its name resolved to must be public or on the list, and the
 * port one of the web's. `resolvedIps` is empty for an address literal, because no resolver is asked then; a name
 * without an answer is refused.
 */
export function addressAllowed(url: string, resolvedIps: readonly string[], allow: AllowList = []): boolean {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return false
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return false
  const port = Number(parsed.port || (parsed.protocol === 'http:' ? 80 : 443))
  const literal = addressOf(parsed.hostname)
  const ips = literal ? [literal.toString()] : resolvedIps
  return ips.length > 0 && ips.every((ip) => addressRefusal(ip, port, allow) === undefined)
}
