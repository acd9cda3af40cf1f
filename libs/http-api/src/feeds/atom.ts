import type { EventDetail } from '@newsbraid/model'
import { eventHtml, memberUrl, sourceNames } from './event-content.ts'
import { eventUrn } from './event-urn.ts'
import { eventPage, type FeedView, updatedOf } from './feed-view.ts'
import { element, textElement } from './xml.ts'

/** The view as Atom 1.0 (RFC 4287). */
export function atomFeed(view: FeedView): string {
  const head = [
    textElement('id', view.selfUrl),
    textElement('title', view.title),
    textElement('subtitle', view.description),
    textElement('updated', updatedOf(view)),
    element('author', {}, textElement('name', 'Newsbraid')),
    textElement('generator', 'Newsbraid', { uri: view.baseUrl }),
    element('link', { rel: 'self', type: 'application/atom+xml', href: view.selfUrl }),
    element('link', { rel: 'alternate', type: 'text/html', href: view.pageUrl }),
  ]
  const entries = view.events.map((event) => entryOf(view, event))
  const root = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': view.lang }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', root, `\n${[...head, ...entries].join('\n')}\n`)}\n`
}

function entryOf(view: FeedView, event: EventDetail): string {
  const page = eventPage(view, event)
  const parts = [
    textElement('id', eventUrn(event.id)),
    textElement('title', event.title.text),
    textElement('published', event.firstSeen),
    textElement('updated', event.lastDevelopment),
    ...sourceNames(event).map((name) => element('author', {}, textElement('name', name))),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...event.articles.map(({ id, url, title, lang }) =>
      element('link', {
        rel: 'related',
        type: 'text/html',
        hreflang: lang,
        title,
        href: memberUrl(view.baseUrl, id, url),
      }),
    ),
    ...event.entities.map(({ name }) => element('category', { term: name })),
    ...(event.summary === '' ? [] : [textElement('summary', event.summary)]),
    textElement('content', eventHtml(event, view.baseUrl), { type: 'html' }),
  ]
  return element('entry', { 'xml:lang': event.title.lang }, `\n${parts.join('\n')}\n`)
}
