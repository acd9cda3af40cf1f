const LOOPBACK_V4 = /^127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/
const LOOPBACK_V6 = new Set(['::1', '0:0:0:0:0:0:0:1'])

/** Whether a name or address stands for this machine alone: `localhost`, `*.localhost`, 127.0.0.0/8, `::1`. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost') || LOOPBACK_V6.has(name)) return true
  return LOOPBACK_V4.test(name.startsWith('::ffff:') ? name.slice('::ffff:'.length) : name)
}
