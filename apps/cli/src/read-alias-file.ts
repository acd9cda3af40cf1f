import fs from 'node:fs'
import readline from 'node:readline'
import zlib from 'node:zlib'
import { type AliasRow, entriesOfRows, formOf, readWikidataLine, tableReader } from '@newsbraid/entities'
import type { AliasEntry, EntityType } from '@newsbraid/model'

export type AliasFile = {
  lines: number
  /** Entries the file holds; lines of other classes and without a name are passed over */
  entries: number
  /** Whether two entries of one type claim the name */
  isAmbiguous: (type: EntityType, name: string) => boolean
  read: () => AsyncIterable<AliasEntry>
}
export type AliasFileOptions = {
  /** Classes of Wikidata (P31) beside the usual ones */
  classes?: Readonly<Record<string, EntityType>>
  onLines?: (lines: number) => void
}

const TELL_EVERY = 10_000
const QUOTED = 80

/**
 * Reads a file of names once to the end, so that nothing is imported from a file with an error in it: JSON lines of
 * Wikidata entity documents, or a table (tabs or commas). A name ending in `.gz` is unpacked. Throws with the number and
 * the beginning of the line that can't be read.
 */
export async function openAliasFile(
  file: string,
  { classes, onLines }: AliasFileOptions = {},
): Promise<AliasFile> {
  const isTable = /\.(?:csv|tsv|tab|txt)(?:\.gz)?$/i.test(file)
  const rows: AliasRow[] = []
  let lines = 0
  const entriesIn = async function* (tell: boolean): AsyncGenerator<AliasEntry> {
    const readTable = tableReader()
    lines = 0
    for await (const line of linesOf(file)) {
      lines++
      if (tell && lines % TELL_EVERY === 0) onLines?.(lines)
      try {
        if (isTable) {
          const row = readTable(line)
          if (row) rows.push(row)
        } else {
          const entry = readWikidataLine(line, classes)
          if (entry) yield entry
        }
      } catch (error) {
        const quoted = JSON.stringify(line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line)
        throw new Error(`Cannot read line ${lines} of "${file}": ${quoted}`, { cause: error })
      }
    }
  }
  let entries = 0
  const claims = new Map<string, number>()
  const claim = (entry: AliasEntry) => {
    entries++
    for (const name of [entry.name, ...entry.names.map((one) => one.name)]) {
      const key = `${entry.type} ${formOf(name, entry.type)}`
      const before = claims.get(key)
      if (before === undefined) claims.set(key, entries)
      else if (before !== entries) claims.set(key, SEVERAL)
    }
  }
  for await (const entry of entriesIn(true)) claim(entry)
  const table = isTable ? entriesOfRows(rows) : []
  table.forEach(claim)
  return {
    lines,
    entries,
    isAmbiguous: (type, name) => claims.get(`${type} ${formOf(name, type)}`) === SEVERAL,
    read: isTable ? () => asynchronously(table) : () => entriesIn(false),
  }
}

const SEVERAL = -1

async function* asynchronously<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = fs.createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(zlib.createGunzip()) : bytes
  // An error of the file must end the reading of what it is piped into
  bytes.on('error', (error) => input.destroy(error))
  yield* readline.createInterface({ input, crlfDelay: Infinity })
}
