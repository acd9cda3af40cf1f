/**
 * robots.txt after RFC 9309, read as leniently as the big crawlers do: misspelt keys, missing colons, a byte order
 * mark, wildcards, `index.html` standing for its folder. Only the first 500 KiB count.
 */
type Rule = { allow: boolean; pattern: string }
type Group = { rules: Rule[]; delays: number[] }
export type RobotsRules = { own: Group; everybody: Group; isNamed: boolean; sitemaps: string[] }

const MAX_BYTES = 500 * 1024
/** Eight times the longest address browsers once took, as the big crawlers cut lines */
const MAX_LINE = 8 * 2083
const KEYS: [RegExp, 'agent' | 'allow' | 'disallow' | 'sitemap' | 'delay'][] = [
  [/^user[- ]?agent/, 'agent'],
  [/^allow/, 'allow'],
  [/^(?:dis+al+ow|dissalow|diasllow|disallaw)/, 'disallow'],
  [/^site-?map/, 'sitemap'],
  [/^crawl-?delay/, 'delay'],
]

/** Product token a group is for: what stands before the first character that no token has, lower case. */
const tokenOf = (value: string): string => /^[a-z_-]*/i.exec(value.trim())?.[0].toLowerCase() ?? ''

/** Product token of a User-Agent header: `Name/1.0 (…)` or `Name` alone; empty for what is neither. */
const ownToken = (userAgent: string): string =>
  /^\s*([a-z_-]+)\s*(?:\/|$)/i.exec(userAgent)?.[1]?.toLowerCase() ?? ''

const keyValue = (line: string): [string, string] | undefined => {
  const hash = line.indexOf('#')
  const text = (hash < 0 ? line : line.slice(0, hash)).trim()
  const colon = text.indexOf(':')
  if (colon > 0) return [text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()]
  // "Disallow /x" without its colon is common; three words are prose
  const words = text.split(/[ \t]+/, 3)
  return words.length === 2 && words[0] && words[1] ? [words[0].toLowerCase(), words[1]] : undefined
}

/** Percent signs in upper case, letters beyond ASCII percent-encoded: how addresses on the wire look. */
const onTheWire = (pattern: string): string =>
  pattern
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/[^\0-\x7f]+/g, (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')))

/** Reads a robots.txt for one User-Agent, so that many addresses can be asked about. */
export function readRobots(txt: string, userAgent: string): RobotsRules {
  const token = ownToken(userAgent)
  const rules: RobotsRules = {
    own: { rules: [], delays: [] },
    everybody: { rules: [], delays: [] },
    isNamed: false,
    sitemaps: [],
  }
  let current: Group[] = []
  let isInRules = true
  for (const raw of txt
    .slice(0, MAX_BYTES)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)) {
    const pair = keyValue(raw.slice(0, MAX_LINE))
    if (!pair) continue
    const kind = KEYS.find(([key]) => key.test(pair[0]))?.[1]
    const value = pair[1]
    if (kind === 'sitemap') rules.sitemaps.push(value)
    if (kind === 'agent') {
      if (isInRules) current = []
      isInRules = false
      if (/^\*(?:\s|$)/.test(value)) current.push(rules.everybody)
      else if (token !== '' && tokenOf(value) === token) {
        rules.isNamed = true
        current.push(rules.own)
      }
    } else if (kind === 'allow' || kind === 'disallow') {
      isInRules = true
      // An empty pattern forbids and allows nothing
      if (value !== '')
        for (const group of current) group.rules.push({ allow: kind === 'allow', pattern: onTheWire(value) })
    } else if (kind === 'delay') {
      const seconds = Number(value)
      if (value !== '' && seconds >= 0 && Number.isFinite(seconds))
        for (const group of current) group.delays.push(seconds)
    }
  }
  return rules
}

/** Whether a pattern with `*` and a closing `$` fits the start of a path. Greedy pieces need no backtracking. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces[0] ?? ''
  if (!path.startsWith(first)) return false
  let at = first.length
  if (pieces.length === 1) return !isAnchored || at === path.length
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const last = pieces[pieces.length - 1] ?? ''
  if (isAnchored) return path.length - last.length >= at && path.endsWith(last)
  return path.indexOf(last, at) >= 0
}

const longest = (group: Group, allow: boolean, path: string): number => {
  let best = -1
  for (const rule of group.rules) {
    if (rule.allow !== allow || rule.pattern.length <= best) continue
    if (fits(rule.pattern, path)) best = rule.pattern.length
    else if (allow) {
      const slash = rule.pattern.lastIndexOf('/')
      if (
        slash >= 0 &&
        rule.pattern.startsWith('index.htm', slash + 1) &&
        fits(rule.pattern.slice(0, slash + 1) + '$', path)
      )
        best = Math.max(best, slash + 2)
    }
  }
  return best
}

/** Path and query of an address as it stands, nothing decoded or encoded. */
function pathOf(url: string): string {
  const scheme = url.indexOf('//')
  const from = scheme < 0 ? 0 : scheme + 2
  const start = url.slice(from).search(/[/?;]/)
  if (start < 0) return '/'
  const hash = url.indexOf('#')
  if (hash >= 0 && hash < from + start) return '/'
  const path = url.slice(from + start, hash < 0 ? undefined : hash)
  return path.startsWith('/') ? path : '/' + path
}

/** Whether rules that were read let an address be fetched: the longest pattern wins, allow wins a tie. */
export function isAllowed(rules: RobotsRules, url: string): boolean {
  const path = pathOf(url)
  const group = rules.isNamed ? rules.own : rules.everybody
  return longest(group, true, path) >= longest(group, false, path)
}

/** The pattern that keeps this User-Agent from an address; undefined when it may be fetched. */
export function refusingPattern(txt: string, userAgent: string, url: string): string | undefined {
  const rules = readRobots(txt, userAgent)
  if (isAllowed(rules, url)) return undefined
  const path = pathOf(url)
  const group = rules.isNamed ? rules.own : rules.everybody
  const most = longest(group, false, path)
  return group.rules.find(({ allow, pattern }) => !allow && pattern.length === most && fits(pattern, path))
    ?.pattern
}

/** Whether this robots.txt lets this User-Agent fetch this address (RFC 9309). The address is matched as it stands. */
export const robotsAllowed = (txt: string, userAgent: string, url: string): boolean =>
  isAllowed(readRobots(txt, userAgent), url)

/** Crawl-delay in seconds of the group that holds for this User-Agent; not in RFC 9309, but widely written. */
export function crawlDelaySeconds(txt: string, userAgent: string): number | undefined {
  const rules = readRobots(txt, userAgent)
  const { delays } = rules.isNamed ? rules.own : rules.everybody
  return delays.length ? Math.max(...delays) : undefined
}

/** The sitemaps a robots.txt names, in its order. */
export const robotsSitemaps = (txt: string): string[] => readRobots(txt, '*').sitemaps
