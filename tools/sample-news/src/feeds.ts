import { escape } from './markup.ts'
import { isoLocal } from './dates.ts'
import type { Outlet } from './outlet.ts'
import { plainLine, type PublishedReport } from './sample-report.ts'

/** The outlet's feed as XML text, newest entry first. */
export function feedXml(outlet: Outlet, origin: string, published: PublishedReport[]): string {
  return outlet.feed.format === 'rss' ? rss(outlet, origin, published) : atom(outlet, origin, published)
}

const linkOf = (outlet: Outlet, report: PublishedReport): string => {
  if (outlet.feed.links === 'relative') return report.path
  if (outlet.feed.links === 'plain') return report.url
  const joint = report.url.includes('?') ? '&' : '?'
  return `${report.url}${joint}utm_source=rss&utm_medium=feed&utm_campaign=latest`
}

const teaser = (report: PublishedReport, more: string): string => {
  const words = plainLine(report.body[0] ?? '').split(' ')
  return words.length <= 32 ? words.join(' ') : `${words.slice(0, 32).join(' ')} ${more}`
}

const fullHtml = (report: PublishedReport): string =>
  report.body
    .map((line) => {
      const html = escape(plainLine(line))
      return line.startsWith('## ')
        ? `<h2>${html}</h2>`
        : line.startsWith('> ')
          ? `<blockquote>${html}</blockquote>`
          : `<p>${html}</p>`
    })
    .join('\n')

const newest = (published: PublishedReport[]): Date =>
  published.reduce((latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest), new Date(0))

function rss(outlet: Outlet, origin: string, published: PublishedReport[]): string {
  const { feed } = outlet
  const items = published.map((report) => {
    const link = linkOf(outlet, report)
    const footer = feed.footer ? `\n<p>${feed.footer(link, report.title)}</p>` : ''
    const text = feed.depth === 'title' ? '' : `<p>${escape(teaser(report, feed.more))}</p>${footer}`
    return [
      '<item>',
      `<title>${escape(report.title)}</title>`,
      `<link>${escape(link)}</link>`,
      ...(report.author ? [`<dc:creator><![CDATA[${report.author}]]></dc:creator>`] : []),
      `<pubDate>${report.publishedAt.toUTCString()}</pubDate>`,
      ...[report.section, ...report.tags].map((tag) => `<category><![CDATA[${tag}]]></category>`),
      `<guid isPermaLink="false">${escape(`${outlet.key}:${report.id}`)}</guid>`,
      ...(text ? [`<description><![CDATA[${text}]]></description>`] : []),
      ...(feed.depth === 'full'
        ? [`<content:encoded><![CDATA[${fullHtml(report)}${footer}]]></content:encoded>`]
        : []),
      '</item>',
    ].join('\n')
  })
  const declaration =
    outlet.encoding === 'utf-8' ? '<?xml version="1.0" encoding="UTF-8"?>' : '<?xml version="1.0"?>'
  return `${declaration}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escape(outlet.name)}</title>
<link>${origin}/</link>
<atom:link href="${origin}${feed.path}" rel="self" type="application/rss+xml" />
<description>${escape(outlet.tagline)}</description>
<language>${outlet.language}</language>
<lastBuildDate>${newest(published).toUTCString()}</lastBuildDate>
<ttl>1</ttl>
${items.join('\n')}
</channel>
</rss>
`
}

function atom(outlet: Outlet, origin: string, published: PublishedReport[]): string {
  const { feed } = outlet
  const entries = published.map((report) => {
    const time = isoLocal(report.publishedAt, outlet.offsetMinutes)
    return [
      '<entry>',
      `<id>tag:${outlet.key}.example,2026:${report.id}</id>`,
      `<title type="html">${escape(escape(report.title))}</title>`,
      `<link rel="alternate" type="text/html" href="${escape(linkOf(outlet, report))}"/>`,
      `<published>${time}</published>`,
      `<updated>${time}</updated>`,
      ...(report.author ? [`<author><name>${escape(report.author)}</name></author>`] : []),
      ...[report.section, ...report.tags].map((tag) => `<category term="${escape(tag)}"/>`),
      ...(feed.depth === 'teaser' ? [`<summary>${escape(teaser(report, feed.more))}</summary>`] : []),
      ...(feed.depth === 'full' ? [`<content type="html">${escape(fullHtml(report))}</content>`] : []),
      '</entry>',
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>tag:${outlet.key}.example,2026:feed</id>
<title>${escape(outlet.name)}</title>
<subtitle>${escape(outlet.tagline)}</subtitle>
<link rel="alternate" type="text/html" href="${origin}/"/>
<link rel="self" type="application/atom+xml" href="${origin}${feed.path}"/>
<updated>${isoLocal(newest(published), outlet.offsetMinutes)}</updated>
${entries.join('\n')}
</feed>
`
}
