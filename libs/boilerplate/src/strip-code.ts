const OPENINGS: [string, string][] = [
  ['<script', '</script'],
  ['<style', '</style'],
  ['<svg', '</svg'],
  ['<!--', '-->'],
]

/**
 * The page without what is code, drawing or comment, found by plain search: a parser would walk it sign by sign. Structured
 * data stays. What is never closed stays too, for the parser to judge. One pass; each closing mark is looked for once.
 */
export function stripCode(html: string): string {
  const next = OPENINGS.map(([open]) => html.indexOf(open))
  const never = OPENINGS.map(() => false)
  let out = ''
  let from = 0
  for (;;) {
    let which = -1
    for (let k = 0; k < next.length; k++)
      if ((next[k] ?? -1) >= 0 && (which < 0 || (next[k] ?? 0) < (next[which] ?? 0))) which = k
    if (which < 0) return from === 0 ? html : out + html.slice(from)
    const [open, close] = OPENINGS[which] ?? ['', '']
    const start = next[which] ?? 0
    const after = start + open.length
    let end = -1
    if (!never[which]) {
      end = html.indexOf(close, after)
      if (end < 0) never[which] = true
    }
    if (end < 0) {
      next[which] = -1
      continue
    }
    const whole = open === '<!--' ? end + 3 : html.indexOf('>', end) + 1
    const stop = whole > 0 ? whole : html.length
    const tagEnd = open === '<script' ? html.indexOf('>', after) : -1
    const isKept =
      open === '<script' && tagEnd > 0 && tagEnd < end && /ld\+json/i.test(html.slice(after, tagEnd))
    // A longer tag name, or a conditional comment around real markup, is none of ours
    const isOurs = open === '<!--' || /[\s>/]/.test(html[after] ?? '')
    if (!isKept && isOurs) {
      out += html.slice(from, start)
      from = stop
    }
    const resume = isOurs ? stop : after
    for (let k = 0; k < next.length; k++)
      if ((next[k] ?? -1) >= 0 && (next[k] ?? 0) < resume)
        next[k] = html.indexOf(OPENINGS[k]?.[0] ?? '', resume)
  }
}
