/**
 * Tells which of many rules a short text can match at all, by the literals that a rule can't do without: one walk over
 * the text in place of a test of every rule. A rule without such literals is always possible.
 */
export class RuleIndex {
  /** By the first two or three signs: literals and the rules that need them */
  private readonly byRun = new Map<number, Entry[]>()
  /** By two signs, and by a hash of three: whether a literal may begin with them */
  private readonly pairs = new Uint8Array(0x10000)
  private readonly triples = new Uint8Array(0x10000)
  private readonly always: number[] = []
  private readonly marks: Uint8Array
  private readonly found: number[] = []

  /** A rule given as a string is itself the one literal. */
  constructor(rules: readonly (RegExp | string)[]) {
    this.marks = new Uint8Array(rules.length)
    for (const [r, rule] of rules.entries()) {
      const needs = typeof rule === 'string' ? [{ literal: rule, isFirst: false }] : needsOf(rule.source)
      if (!needs || needs.some((n) => n.literal.length < 2)) this.always.push(r)
      else for (const need of needs) this.add(need, r)
    }
  }

  private add({ literal, isFirst }: Need, rule: number): void {
    const key = keyAt(literal)
    if (literal.length > 2) this.triples[tripleOf(key & 0xffff, (key >> 16) - 1)] = 1
    else this.pairs[key] = 1
    const list = this.byRun.get(key) ?? []
    const known = list.find((l) => l.literal === literal && l.isFirst === isFirst)
    if (!known) list.push({ literal, isFirst, rules: [rule] })
    else if (!known.rules.includes(rule)) known.rules.push(rule)
    this.byRun.set(key, list)
  }

  /** Numbers of the possible rules, ascending. The same list each time, to be read before the next call. */
  possible(text: string): readonly number[] {
    const { marks, byRun, pairs, triples, found } = this
    found.length = 0
    const last = text.length - 1
    let two = (text.charCodeAt(0) & 0xff) << 8
    for (let i = 1; i <= last; i++) {
      two = (two >> 8) | ((text.charCodeAt(i) & 0xff) << 8)
      if (pairs[two] === 1) this.mark(byRun.get(two), text, i - 1)
      const third = i < last ? text.charCodeAt(i + 1) & 0xff : -1
      if (third >= 0 && triples[tripleOf(two, third)] === 1)
        this.mark(byRun.get(two + 0x10000 * (1 + third)), text, i - 1)
    }
    for (const r of found) marks[r] = 0
    for (const r of this.always) found.push(r)
    return found.length > 1 ? found.sort((a, b) => a - b) : found
  }

  private mark(list: Entry[] | undefined, text: string, at: number): void {
    if (!list) return
    for (const { literal, isFirst, rules } of list) {
      if ((at > 0 && isFirst) || !text.startsWith(literal, at)) continue
      for (const r of rules)
        if (this.marks[r] === 0) {
          this.marks[r] = 1
          this.found.push(r)
        }
    }
  }
}

type Entry = Need & { rules: number[] }

const tripleOf = (two: number, third: number): number => (two ^ (third * 0x25d)) & 0xffff

const keyAt = (literal: string): number =>
  (literal.charCodeAt(0) & 0xff) +
  0x100 * (literal.charCodeAt(1) & 0xff) +
  (literal.length > 2 ? 0x10000 * (1 + (literal.charCodeAt(2) & 0xff)) : 0)

/** A literal of a pattern; `isFirst` where a match begins with it. */
export type Need = { literal: string; isFirst: boolean }

/**
 * Literals of which every match of a pattern holds at least one; `undefined` where none is sure. Reads what the rules are
 * written in: literals, classes, groups, lookaheads and the marks for repetition.
 */
export function needsOf(source: string): Need[] | undefined {
  let at = 0
  return alternatives(source.startsWith('^'))

  function alternatives(isStart: boolean): Need[] | undefined {
    const found: Need[] = []
    let isSure = true
    for (;;) {
      const needs = sequence(isStart)
      if (needs) found.push(...needs)
      else isSure = false
      if (source[at] !== '|') break
      at++
    }
    return isSure ? found : undefined
  }

  function sequence(isStart: boolean): Need[] | undefined {
    let best: Need[] | undefined
    let run = ''
    let isFirst = isStart
    const offer = (needs: Need[] | undefined): void => {
      if (needs && needs.length > 0 && (!best || worth(needs) > worth(best))) best = needs
    }
    const cut = (): void => {
      if (run === '') return
      offer([{ literal: run, isFirst }])
      run = ''
      isFirst = false
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const c = source[at] ?? ''
      let needs: Need[] | undefined
      let literal = ''
      let isMark = c === '^' || c === '$'
      at++
      if (c === '(') {
        const isLook = source[at] === '?' && source[at + 1] !== ':'
        if (source[at] === '?') at += source[at + 1] === '<' ? 3 : 2
        if (!isLook) cut()
        needs = alternatives(isFirst && run === '' && !isLook)
        if (isLook) needs = undefined
        isMark = isLook
        at++
      } else if (c === '[') {
        while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
        at++
      } else if (c === '\\') {
        const escaped = source[at++] ?? ''
        if (!/[a-z\d]/i.test(escaped)) literal = escaped
      } else if (!isMark && c !== '.') literal = c
      const isOptional = source[at] === '?' || source[at] === '*' || source.startsWith('{0', at)
      const isRepeated = isOptional || source[at] === '+' || source[at] === '{'
      if (source[at] === '{') at = source.indexOf('}', at) + 1
      else if (isRepeated) at++
      if (literal !== '' && !isRepeated) run += literal
      else if (!isMark) {
        cut()
        if (!isOptional) offer(needs ?? (literal === '' ? undefined : [{ literal, isFirst }]))
        isFirst = false
      }
    }
    cut()
    return best
  }
}

/** Long literals are rare, and one at a known place is rarer */
const worth = (needs: readonly Need[]): number =>
  Math.min(...needs.map(({ literal, isFirst }) => literal.length + (isFirst ? 2 : 0)))
