import type { ApiMention, ArticleDetail } from '@newsbraid/model'
import { LOCAL_ARTICLES, SAMPLE_ARTICLES, type SampleArticle, urlOf } from './sample-articles.ts'
import { SAMPLE_DROPPED } from './sample-dropped.ts'
import { SAMPLE_ENTITIES, type SampleEntity } from './sample-entities.ts'
import { dirOf, eventIdOf } from './sample-events.ts'
import { idOf, minutesFrom } from './sample-ids.ts'
import { sourceRef } from './sample-sources.ts'

/** What must never run, should an API ever let it through. */
const HOSTILE = `<p style="position:fixed"><img src="x" onerror="document.title='taken over'">Buy</p><script>document.title='taken over'</script>`

/** All invented articles as the API tells of them. */
export function sampleArticles(now: number): ArticleDetail[] {
  return [...SAMPLE_ARTICLES, ...LOCAL_ARTICLES].map((told) => {
    const text = told.blocks.map(({ kind, text }) => (kind === 'li' ? `- ${text}` : text)).join('\n\n')
    const mentions = mentionsIn(`${told.title}\n\n${text}`)
    const named = SAMPLE_ENTITIES.filter(({ id }) => mentions.some(({ entityId }) => entityId === id))
    const eventId = eventIdOf(told.key)
    return {
      id: idOf('article', told.key),
      title: told.title,
      lang: told.lang,
      dir: dirOf(told.lang),
      url: urlOf(told),
      host: new URL(urlOf(told)).hostname,
      source: sourceRef(told.source),
      authors: told.authors ?? [],
      publishedAt: minutesFrom(now, -told.ago),
      fetchedAt: minutesFrom(now, 2 - told.ago),
      ...(eventId ? { eventId } : {}),
      text,
      html: told.blocks.map(htmlOf).join('') + HOSTILE,
      kind: 'article',
      dropped: SAMPLE_DROPPED[told.lang] ?? [],
      mentions,
      entities: named.map(({ id, name, type }) => ({ id, name, type })),
      revisions:
        told.key === 'flood-marfa'
          ? [
              {
                id: idOf('revision', told.key),
                at: minutesFrom(now, -150),
                title: 'سيول وادي السدر: 12 قتيلًا',
                text: 'أعلنت الوزيرة أن السيول أودت بحياة 12 شخصًا على الأقل.',
                changes: {
                  title: [
                    { op: 'same', text: 'سيول وادي السدر: ' },
                    { op: 'removed', text: '12' },
                    { op: 'added', text: '19' },
                    { op: 'same', text: ' قتيلًا' },
                  ],
                  text: [
                    { op: 'same', text: 'أعلنت الوزيرة أن السيول أودت بحياة ' },
                    { op: 'removed', text: '12' },
                    { op: 'added', text: '19' },
                    { op: 'same', text: ' شخصًا على الأقل.' },
                  ],
                },
              },
            ]
          : [],
      trace: ['discovered', 'fetched', 'cleaned', 'extracted', 'placed'].map((stage, i) => ({
        stage,
        state: 'done',
        outcome: 'ok',
        attempts: 1,
        at: minutesFrom(now, i * 0.4 - told.ago),
      })),
    }
  })
}

function mentionsIn(whole: string): ApiMention[] {
  const found: ApiMention[] = []
  for (const entity of SAMPLE_ENTITIES)
    for (const { surface } of entity.spellings)
      for (let at = whole.indexOf(surface); at >= 0; at = whole.indexOf(surface, at + surface.length))
        found.push({
          start: at,
          end: at + surface.length,
          surface,
          type: entity.type,
          titles: titlesBefore(whole, at, entity),
          entityId: entity.id,
        })
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => !all.slice(0, i).some((before) => before.end > one.start))
}

function titlesBefore(whole: string, at: number, entity: SampleEntity): string[] {
  const before = whole.slice(Math.max(0, at - 30), at)
  return entity.titles
    .map(({ title }) => title)
    .filter((title) => before.includes(title))
    .slice(0, 1)
}

const htmlOf = ({ kind, text }: SampleArticle['blocks'][number]): string =>
  kind === 'li' ? `<ul><li>${escaped(text)}</li></ul>` : `<${kind}>${escaped(text)}</${kind}>`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
