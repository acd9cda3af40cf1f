import fs from 'node:fs'
import path from 'node:path'
import { decode } from '@newsbraid/charset'
import { NotAFeed, parseFeed } from '@newsbraid/feeds'
import type { IngestRequest } from '@newsbraid/model'

/** `file`: what the person named, with the entry's address for what came out of a feed. */
export type Input = { file: string; request: IngestRequest }

/** Files, folders (all files below, by name) and addresses as things to take in. Throws quoting what isn't there. */
export async function readInputs(what: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = []
  for (const one of what)
    if (/^https?:\/\//i.test(one)) inputs.push({ file: one, request: { kind: 'url', url: one } })
    else for (const file of filesBelow(one)) inputs.push(...(await readFile(file)))
  return inputs
}

function filesBelow(given: string): string[] {
  if (!fs.existsSync(given)) throw new Error(`Cannot find "${given}"`)
  if (!fs.statSync(given).isDirectory()) return [given]
  return fs
    .readdirSync(given, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(path.join(given, entry.name)))
}

async function readFile(file: string): Promise<Input[]> {
  const bytes = fs.readFileSync(file)
  const { text } = decode(bytes)
  const head = text.slice(0, 2000)
  if (/<(?:rss|feed|rdf:RDF|channel)[\s>]/i.test(head) || /^\s*\{[^]{0,200}jsonfeed/.test(head)) {
    const entries = await feedEntries(bytes, file)
    if (entries) return entries
  }
  const isHtml = /<(?:!doctype html|html|head|body|article|div|p)[\s>]/i.test(head)
  return [{ file, request: { kind: 'body', body: text, contentType: isHtml ? 'text/html' : 'text/plain' } }]
}

/** Entries that carry their text; undefined when the file is no feed after all. */
async function feedEntries(bytes: Uint8Array, file: string): Promise<Input[] | undefined> {
  try {
    const { entries } = await parseFeed(bytes, { url: `file:///${path.basename(file)}` })
    return entries.flatMap(({ title, link, content, summary }) => {
      const body = content ?? summary
      if (!body) return []
      return [
        {
          file: link ? `${file}#${link}` : file,
          request: {
            kind: 'body',
            body,
            contentType: 'text/html',
            ...(link ? { url: link } : {}),
            ...(title ? { title } : {}),
          },
        },
      ]
    })
  } catch (error) {
    if (error instanceof NotAFeed) return undefined
    throw error
  }
}
