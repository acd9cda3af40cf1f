import { Readable } from 'node:stream'
import { parseFeed as readRowanmanning } from '@rowanmanning/feed-parser'
import FeedParser from 'feedparser'
import { parseFeed as readFeedsmith } from 'feedsmith'
import { parseFeed as readHtmlparser2 } from 'htmlparser2'
import RssParser from 'rss-parser'
import { fields, type Reading } from './reading.ts'
import { first, list, record } from './loose.ts'

/** The other readers, by package. Each takes text that is decoded already and throws on what it calls no feed. */
export const PEERS: Record<string, (text: string) => Promise<Reading>> = {
  'rss-parser': async (text) => {
    const feed = record(await new RssParser().parseString(text))
    return {
      feed: fields({
        title: feed.title,
        link: feed.link,
        subtitle: feed.description,
        language: feed.language,
      }),
      entries: list(feed.items).map((item) =>
        fields({
          title: item.title,
          link: item.link,
          id: item.id ?? item.guid,
          published: item.isoDate,
          author: item.author ?? item.creator,
          content: item['content:encoded'],
          categories: item.categories,
          enclosures: record(item.enclosure).url,
        }),
      ),
    }
  },

  feedsmith: async (text) => {
    const { format, feed: read } = readFeedsmith(text)
    const feed = record(read)
    const atom = format === 'atom'
    const alternate = (of: Record<string, unknown>): unknown =>
      list(of.links).find(({ rel }) => rel === undefined || rel === 'alternate')?.href
    return {
      feed: fields({
        title: feed.title,
        link: atom ? alternate(feed) : (feed.link ?? feed.home_page_url),
        subtitle: atom ? feed.subtitle : feed.description,
        language: feed.language,
      }),
      entries: list(atom ? feed.entries : feed.items).map((item) =>
        fields({
          title: item.title,
          link: atom ? alternate(item) : (item.link ?? item.url),
          id: record(item.guid).value ?? item.id,
          published: item.published ?? item.pubDate ?? item.date_published,
          updated: item.updated ?? item.date_modified,
          author: first(
            list(item.authors ?? record(item.dc).creators).map(({ name }) => name),
            item.authors,
          ),
          content: atom ? item.content : (record(item.content).encoded ?? item.content_html),
          categories: (Array.isArray(item.categories ?? item.tags)
            ? ((item.categories ?? item.tags) as unknown[])
            : []
          ).map((category) =>
            typeof category === 'string' ? category : (record(category).name ?? record(category).term),
          ),
          enclosures: atom
            ? list(item.links)
                .filter(({ rel }) => rel === 'enclosure')
                .map(({ href }) => href)
            : list(item.enclosures ?? item.attachments).map(({ url }) => url),
        }),
      ),
    }
  },

  htmlparser2: async (text) => {
    const feed = readHtmlparser2(text)
    if (!feed) throw new Error('Found no feed')
    return {
      feed: fields({ title: feed.title, link: feed.link, subtitle: feed.description }),
      entries: feed.items.map((item) =>
        fields({
          title: item.title,
          link: item.link,
          id: item.id,
          published: item.pubDate,
        }),
      ),
    }
  },

  '@rowanmanning/feed-parser': async (text) => {
    const feed = record(readRowanmanning(text))
    return {
      feed: fields({
        title: feed.title,
        link: feed.url,
        subtitle: feed.description,
        language: feed.language,
      }),
      entries: list(feed.items).map((item) =>
        fields({
          title: item.title,
          link: item.url,
          id: item.id,
          published: item.published,
          updated: item.updated,
          author: list(item.authors)[0]?.name,
          content: item.content,
          categories: list(item.categories).map(({ term }) => term),
          enclosures: list(item.media).map(({ url }) => url),
        }),
      ),
    }
  },

  feedparser: async (text) => {
    const parser = new FeedParser({ normalize: true, addmeta: false, resume_saxerror: true })
    const items: Record<string, unknown>[] = []
    Readable.from([Buffer.from(text)]).pipe(parser)
    await new Promise((resolve, reject) => {
      parser.on('error', reject).on('end', resolve)
      parser.on('readable', () => {
        for (let item = parser.read(); item; item = parser.read()) items.push(item)
      })
    })
    const feed = record(parser.meta)
    return {
      feed: fields({
        title: feed.title,
        link: feed.link,
        subtitle: feed.description,
        language: feed.language,
      }),
      entries: items.map((item) =>
        fields({
          title: item.title,
          link: item.link,
          id: item.guid,
          published: item.pubdate,
          author: item.author,
          categories: item.categories,
          enclosures: list(item.enclosures).map(({ url }) => url),
        }),
      ),
    }
  },
}
