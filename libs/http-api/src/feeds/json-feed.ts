import type { EventDetail } from '@newsbraid/model'
import { eventHtml, isWebUrl, memberUrl, sourceNames } from './event-content.ts'
import { eventUrn } from './event-urn.ts'
import { eventPage, type FeedView } from './feed-view.ts'

/** The view as JSON Feed 1.1; `_newsbraid` holds what the format has no word for. */
export function jsonFeed(view: FeedView): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    description: view.description,
    home_page_url: view.pageUrl,
    feed_url: view.selfUrl,
    language: view.lang,
    items: view.events.map((event) => itemOf(view, event)),
  })
}

function itemOf(view: FeedView, event: EventDetail) {
  const { title, summary, entities, articles } = event
  return {
    id: eventUrn(event.id),
    url: eventPage(view, event),
    title: title.text,
    content_html: eventHtml(event, view.baseUrl),
    summary: summary === '' ? undefined : summary,
    image: event.image !== undefined && isWebUrl(event.image) ? event.image : undefined,
    date_published: event.firstSeen,
    date_modified: event.lastDevelopment,
    authors: sourceNames(event).map((name) => ({ name })),
    tags: entities.map(({ name }) => name),
    language: title.lang,
    _newsbraid: {
      about: `${view.baseUrl}/docs`,
      event: event.id,
      direction: title.dir,
      articles: articles.map(({ id, url, title: text, lang, dir, source, role }) => ({
        url: memberUrl(view.baseUrl, id, url),
        title: text,
        language: lang,
        direction: dir,
        source: source.name,
        role,
      })),
    },
  }
}
