import { parseFeed } from '@newsbraid/feeds'
import { differences, type Difference } from './differences.ts'
import { PEERS } from './peers.ts'
import { fields, type Reading } from './reading.ts'

/** Ours, in the form in which readers are compared. */
export async function readOurs(bytes: Uint8Array, url: string): Promise<Reading> {
  const { feed, entries } = await parseFeed(bytes, { url })
  return {
    feed: fields({
      title: feed.title,
      link: feed.link,
      subtitle: feed.subtitle,
      language: feed.language,
    }),
    entries: entries.map(({ title, link, id, published, updated, author, content, categories, enclosures }) =>
      fields({
        title,
        link,
        id,
        published,
        updated,
        author,
        content,
        categories,
        enclosures: enclosures.map((enclosure) => enclosure.url),
      }),
    ),
  }
}

/**
 * Reads a feed (UTF-8) with ours and the other readers; what two of them agree on and ours doesn't have. A feed that two
 * read and ours refuses is a difference too; one that ours refuses alone with a single other is none.
 */
export async function askAll(text: string, url = 'http://feeds.example/feed'): Promise<Difference[]> {
  const peers = new Map<string, Reading>()
  for (const [name, read] of Object.entries(PEERS)) {
    try {
      peers.set(name, await read(text))
    } catch {
      // A peer that can't read it has no vote
    }
  }
  try {
    return differences(await readOurs(new TextEncoder().encode(text), url), peers)
  } catch (error) {
    return peers.size < 2
      ? []
      : [{ field: 'feed', ours: String(error), theirs: 'A feed', peers: [...peers.keys()] }]
  }
}
