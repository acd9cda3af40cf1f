import type { EventDetail } from '@newsbraid/model'
import { eventHtml, memberUrl, sourceNames } from './event-content.ts'
import { eventUrn } from './event-urn.ts'
import { eventPage, type FeedView, updatedOf } from './feed-view.ts'
import { element, textElement } from './xml.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** The view as RSS 2.0, with Atom's `updated` and links where RSS has no word for them. */
export function rssFeed(view: FeedView): string {
  const head = [
    textElement('title', view.title),
    textElement('link', view.pageUrl),
    textElement('description', view.description),
    ...(view.lang === undefined ? [] : [textElement('language', view.lang)]),
    textElement('lastBuildDate', rfc822(updatedOf(view))),
    textElement('generator', 'Newsbraid'),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: view.selfUrl }),
  ]
  const items = view.events.map((event) => itemOf(view, event))
  const channel = element('channel', {}, `\n${[...head, ...items].join('\n')}\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', { version: '2.0', ...NAMESPACES }, `\n${channel}\n`)}\n`
}

function itemOf(view: FeedView, event: EventDetail): string {
  const parts = [
    textElement('title', event.title.text),
    textElement('link', eventPage(view, event)),
    textElement('guid', eventUrn(event.id), { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(event.firstSeen)),
    textElement('atom:updated', event.lastDevelopment),
    textElement('dc:language', event.title.lang),
    ...sourceNames(event).map((name) => textElement('dc:creator', name)),
    ...event.articles.map(({ id, url, title, lang }) =>
      element('atom:link', {
        rel: 'related',
        type: 'text/html',
        hreflang: lang,
        title,
        href: memberUrl(view.baseUrl, id, url),
      }),
    ),
    ...event.entities.map(({ name }) => textElement('category', name)),
    textElement('description', eventHtml(event, view.baseUrl)),
  ]
  return element('item', { 'xml:lang': event.title.lang }, `\n${parts.join('\n')}\n`)
}

/** ISO 8601 as RSS writes it: `Sun, 01 Mar 2026 12:00:00 GMT`. */
const rfc822 = (iso: string): string => new Date(iso).toUTCString()
