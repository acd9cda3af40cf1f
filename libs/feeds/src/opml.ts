import { decode } from '@newsbraid/charset'
import { cleanCharacters, oneLine } from './clean-characters.ts'
import { LIMITS } from './raw-feed.ts'
import { readXml } from './read-xml.ts'
import { attribute, type XmlDocument, type XmlNode } from './xml-node.ts'

/** A subscription; `folder` is the path of folders around it, outermost first. */
export type OpmlFeed = { feedUrl: string; title?: string; siteUrl?: string; folder: string[] }

const MAX_FEEDS = 50_000

const value = (node: XmlNode, document: XmlDocument, ...names: string[]): string | undefined => {
  for (const name of names) {
    const text = oneLine(cleanCharacters(attribute(node, name, document.references) ?? ''))
    if (text !== '') return text.slice(0, LIMITS.titleLength)
  }
  return undefined
}

/** `feed:` addresses of old readers as what they wrap. */
const plainAddress = (address: string | undefined): string | undefined =>
  address?.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')

const feedAddress = (node: XmlNode, document: XmlDocument): string | undefined => {
  const type = value(node, document, 'type')?.toLowerCase()
  return plainAddress(
    value(node, document, 'xmlurl', 'xml-url', 'feedurl') ??
      (type === 'rss' || type === 'atom' ? value(node, document, 'url') : undefined),
  )
}

/** Outlines that name no feed are folders; a feed that was never closed is none for those after it. */
function folderOf(node: XmlNode, document: XmlDocument): string[] {
  const path: string[] = []
  for (let at = node.parent; at; at = at.parent)
    if (at.name === 'outline' && feedAddress(at, document) === undefined) {
      const name = value(at, document, 'title', 'text')
      if (name !== undefined) path.unshift(name)
    }
  return path
}

/** The first words of a file, to show what it is instead. */
const beginning = (bytes: Uint8Array): string => {
  const start = oneLine(cleanCharacters(decode(bytes.subarray(0, 400)).text))
  return start === '' ? 'with nothing' : `"${start.length > 60 ? `${start.slice(0, 60)}…` : start}"`
}

/** The subscriptions in an OPML file, each address once, in its order. Throws when the bytes hold no OPML. */
export function parseOpml(bytes: Uint8Array): OpmlFeed[] {
  const document = readXml(decode(bytes.subarray(0, LIMITS.bytes)).text)
  const found = new Map<string, OpmlFeed>()
  const open = [...document.root.children].reverse()
  let isOpml = false
  for (let node = open.pop(); node && found.size < MAX_FEEDS; node = open.pop()) {
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as XmlNode)
    if (node.name === 'opml' || node.name === 'outline') isOpml = true
    if (node.name !== 'outline') continue
    const feedUrl = feedAddress(node, document)
    if (feedUrl === undefined || found.has(feedUrl)) continue
    found.set(feedUrl, {
      feedUrl,
      title: value(node, document, 'title', 'text'),
      siteUrl: plainAddress(value(node, document, 'htmlurl', 'html-url')),
      folder: folderOf(node, document),
    })
  }
  if (!isOpml) throw new Error(`Cannot find OPML in this file: it begins ${beginning(bytes)}`)
  return [...found.values()]
}

const quoted = (text: string): string =>
  cleanCharacters(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

type Folder = { folders: Map<string, Folder>; feeds: OpmlFeed[] }

function linesOf(folder: Folder, indent: string): string[] {
  const feeds = folder.feeds.map(({ feedUrl, title, siteUrl }) => {
    const name = quoted(title ?? feedUrl)
    const site = siteUrl === undefined ? '' : ` htmlUrl="${quoted(siteUrl)}"`
    return `${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${quoted(feedUrl)}"${site}/>`
  })
  const folders = [...folder.folders].flatMap(([name, inner]) => [
    `${indent}<outline text="${quoted(name)}" title="${quoted(name)}">`,
    ...linesOf(inner, indent + '  '),
    `${indent}</outline>`,
  ])
  return [...folders, ...feeds]
}

/** Subscriptions as an OPML 2.0 file, folders nested. `createdAt` is an ISO instant. */
export function writeOpml(
  feeds: readonly OpmlFeed[],
  { title, createdAt }: { title: string; createdAt?: string },
): string {
  const root: Folder = { folders: new Map(), feeds: [] }
  for (const feed of feeds) {
    let at = root
    for (const name of feed.folder.slice(0, 20)) {
      const inner = at.folders.get(name) ?? { folders: new Map<string, Folder>(), feeds: [] }
      at.folders.set(name, inner)
      at = inner
    }
    at.feeds.push(feed)
  }
  const created =
    createdAt === undefined ? '' : `\n    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${quoted(title)}</title>${created}
  </head>
  <body>
${linesOf(root, '    ').join('\n')}
  </body>
</opml>
`
}
