import type { AliasEntry } from '@newsbraid/model'

export type Row = {
  canonical: string
  type: AliasEntry['type']
  alias: string
  lang?: string
  wikidata?: string
}
const COLUMNS = ['canonical', 'type', 'alias', 'lang', 'wikidata'] as const
const TYPES: readonly string[] = ['person', 'organisation', 'place']
const MOST_UNITS = 200

/** Reads the lines of a table of names. The first may name the columns, in any order; tabs or commas part them. */
export function tableReader(): (line: string) => Row | undefined {
  let separator: '\t' | ',' | undefined
  let columns: readonly string[] = COLUMNS
  return (line) => {
    const text = line.replace(/^\ufeff/, '').replace(/\r$/, '')
    if (text.trim() === '' || text.startsWith('#')) return undefined
    const isFirst = separator === undefined
    separator ??= text.includes('\t') ? '\t' : ','
    const cells = separator === '\t' ? text.split('\t').map((cell) => cell.trim()) : csvCells(text)
    if (isFirst && cells.some((cell) => cell.toLowerCase() === 'canonical')) {
      columns = cells.map((cell) => cell.toLowerCase())
      const missing = ['canonical', 'type', 'alias'].find((name) => !columns.includes(name))
      if (missing) throw new Error(`Cannot find the column "${missing}"`)
      return undefined
    }
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const [canonical, type, alias, lang, wikidata] = COLUMNS.map(cell)
    if (!canonical) throw new Error('Cannot find a name in the column "canonical"')
    if (!isType(type)) throw new Error(`Cannot take "${type}" for a type: person, organisation or place`)
    if (wikidata && !/^Q[1-9]\d{0,11}$/.test(wikidata))
      throw new Error(`Cannot take "${wikidata}" for an id like "Q42"`)
    for (const name of [canonical, alias ?? ''])
      if (name.length > MOST_UNITS)
        throw new Error(`Cannot take "${name.slice(0, 40)}…" for a name: it is too long`)
    return {
      canonical,
      type,
      alias: alias || canonical,
      ...(lang ? { lang } : {}),
      ...(wikidata ? { wikidata } : {}),
    }
  }
}

const isType = (type: string | undefined): type is AliasEntry['type'] => TYPES.includes(type ?? '')

/** Cells of one line of CSV (RFC 4180); a quoted cell may hold commas and doubled quotes, but no line break. */
function csvCells(line: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at)
      cells.push(line.slice(at, end < 0 ? undefined : end).trim())
      if (end < 0) return cells
      at = end + 1
      continue
    }
    let cell = ''
    for (at++; ; at++) {
      const end = line.indexOf('"', at)
      if (end < 0) throw new Error('Cannot find the end of a quoted cell')
      cell += line.slice(at, end)
      at = end + 1
      if (line[at] !== '"') break
      cell += '"'
    }
    cells.push(cell.trim())
    if (at >= line.length) return cells
    if (line[at] !== ',') throw new Error('Cannot read what stands behind a quoted cell')
    at++
  }
}

/** Makes one entry of the rows of one entity: same Wikidata id, or same type and canonical name. */
export function entriesOfRows(rows: Iterable<Row>): AliasEntry[] {
  const entries = new Map<string, AliasEntry>()
  for (const { canonical, type, alias, lang, wikidata } of rows) {
    const key = wikidata ?? `${type} ${canonical}`
    const known = entries.get(key)
    const entry = known ?? { type, name: canonical, names: [], ...(wikidata ? { wikidata } : {}) }
    if (!known) entries.set(key, entry)
    if (alias === canonical) entry.language ??= lang
    if (!entry.names.some(({ name }) => name === alias))
      entry.names.push({ name: alias, isLabel: alias === canonical, ...(lang ? { language: lang } : {}) })
  }
  return [...entries.values()]
}
