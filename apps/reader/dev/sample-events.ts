import type { ApiMention, ArticleDetail, EventDetail } from '@newsbraid/model'
import { LOCAL_ARTICLES, SAMPLE_ARTICLES, type SampleArticle } from './sample-articles.ts'
import { SAMPLE_DROPPED } from './sample-dropped.ts'
import { entityNamed, SAMPLE_ENTITIES, type SampleEntity } from './sample-entities.ts'
import { idOf, minutesFrom } from './sample-ids.ts'
import { sourceRef } from './sample-sources.ts'

type Extra = Pick<EventDetail, 'lineage' | 'figures' | 'disagreements'>
type Group = { key: string; summary: string; articles: string[]; entities: string[]; extra?: Extra }

const article = (key: string): string => idOf('article', key)
const source = (key: string): string => sourceRef(key).id
const dirOf = (lang: string): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr')

const GROUPS: Group[] = [
  {
    key: 'flood',
    summary:
      'أعلنت وزيرة الموارد المائية نعيمة البرقاوي أن السيول التي اجتاحت وادي السدر فجرًا أودت بحياة 17 شخصًا على الأقل، فيما لا يزال تسعة آخرون في عداد المفقودين.',
    articles: SAMPLE_ARTICLES.filter(({ key }) => key.startsWith('flood')).map(({ key }) => key),
    entities: ['sidr', 'naima', 'hilal'],
    extra: {
      lineage: [
        { root: article('flood-riyah'), copies: [article('flood-sahel')], kind: 'agency' },
        { root: article('flood-delta'), copies: [article('flood-island')], kind: 'edited' },
      ],
      figures: [
        {
          what: 'displaced',
          value: 340,
          unit: 'families',
          sources: [source('marfa'), source('delta'), source('golfe')],
          quote: 'By afternoon 340 families had been moved from low-lying districts to three schools.',
        },
        {
          what: 'missing',
          value: 9,
          sources: [source('marfa'), source('golfe')],
          quote: 'فيما لا يزال تسعة آخرون في عداد المفقودين',
        },
      ],
      disagreements: [
        {
          what: 'dead',
          values: [
            {
              what: 'dead',
              value: 17,
              sources: [source('marfa'), source('riyah'), source('golfe')],
              quote: 'أودت بحياة 17 شخصًا على الأقل',
            },
            { what: 'dead', value: 14, sources: [source('delta')], quote: 'killing at least 14 people' },
          ],
        },
      ],
    },
  },
  {
    key: 'strike',
    summary:
      'Dockers at Marsa Louz will return to work on Monday after the Dockers’ Union and the port signed a two-year agreement overnight.',
    articles: ['strike-delta', 'strike-north', 'strike-golfe'],
    entities: ['marsa', 'dockers', 'tavel'],
  },
  {
    key: 'bank',
    summary: 'أبقى المصرف المركزي سعر الفائدة عند 6.5 في المئة للمرة الثالثة على التوالي.',
    articles: ['bank-riyah', 'bank-sahel'],
    entities: ['bank', 'samir'],
    extra: {
      lineage: [{ root: article('bank-riyah'), copies: [article('bank-sahel')], kind: 'verbatim' }],
      figures: [],
      disagreements: [],
    },
  },
  {
    key: 'mosaic',
    summary:
      'Une équipe a mis au jour, sur les pentes du Djebel Ahmar, une mosaïque de onze mètres représentant une flotte de pêche.',
    articles: ['mosaic-golfe', 'mosaic-north'],
    entities: ['jabal', 'lenoir'],
  },
  ...LOCAL_ARTICLES.map(({ key, blocks }): Group => ({
    key,
    summary: blocks[0]?.text ?? '',
    articles: [key],
    entities: [],
  })),
]

/** All invented events as the API tells of them, at a moment in milliseconds. */
export function sampleEvents(now: number): EventDetail[] {
  return GROUPS.map((group) => eventOf(group, now))
}

function eventOf({ key, summary, articles, entities, extra }: Group, now: number): EventDetail {
  const told = articles.map((one) => articleNamed(one))
  const oldest = told.reduce((a, b) => (b.ago > a.ago ? b : a))
  const newest = told.filter(({ role }) => role !== 'copy').reduce((a, b) => (b.ago < a.ago ? b : a))
  const independent = new Set(told.filter(({ role }) => role !== 'copy').map(({ source }) => source))
  const head = told[0] ?? oldest
  return {
    id: idOf('event', key),
    version: told.length,
    title: { text: head.title, lang: head.lang, dir: dirOf(head.lang) },
    summary,
    firstSeen: minutesFrom(now, -oldest.ago),
    lastDevelopment: minutesFrom(now, -newest.ago),
    languages: [...new Set(told.map(({ lang }) => lang))],
    articleCount: told.length,
    independentSourceCount: independent.size,
    sources: [...new Set(told.map(({ source }) => source))].map((one) => sourceRef(one)),
    entities: entities.map((one, i) => {
      const { id, type, name, spellings } = entityNamed(one)
      return { id, type, name, spellingsSeen: spellings.map(({ surface }) => surface), weight: 1 - i * 0.2 }
    }),
    lineage: extra?.lineage ?? [],
    figures: extra?.figures ?? [],
    disagreements: extra?.disagreements ?? [],
    articles: told.map((one) => ({
      id: article(one.key),
      source: sourceRef(one.source),
      title: one.title,
      lang: one.lang,
      dir: dirOf(one.lang),
      url: urlOf(one),
      publishedAt: minutesFrom(now, -one.ago),
      role: one.role ?? 'report',
      why: whyOf(one, oldest),
    })),
    timeline: [...told]
      .sort((a, b) => b.ago - a.ago)
      .map((one) => ({
        at: minutesFrom(now, -one.ago),
        kind:
          one === oldest
            ? 'first-report'
            : one.role === 'copy'
              ? 'copy'
              : one.role === 'followup'
                ? 'development'
                : 'joined',
        articleId: article(one.key),
        text: one.title,
        lang: one.lang,
      })),
  }
}

/** All invented articles as the API tells of them. */
export function sampleArticles(now: number): ArticleDetail[] {
  return [...SAMPLE_ARTICLES, ...LOCAL_ARTICLES].map((told) => {
    const text = told.blocks.map(({ kind, text }) => (kind === 'li' ? `- ${text}` : text)).join('\n\n')
    const mentions = mentionsIn(`${told.title}\n\n${text}`)
    const named = SAMPLE_ENTITIES.filter(({ id }) => mentions.some(({ entityId }) => entityId === id))
    const group = GROUPS.find(({ articles }) => articles.includes(told.key))
    return {
      id: article(told.key),
      title: told.title,
      lang: told.lang,
      dir: dirOf(told.lang),
      url: urlOf(told),
      source: sourceRef(told.source),
      authors: told.authors ?? [],
      publishedAt: minutesFrom(now, -told.ago),
      fetchedAt: minutesFrom(now, 2 - told.ago),
      ...(group ? { eventId: idOf('event', group.key) } : {}),
      text,
      html: told.blocks
        .map(({ kind, text }) =>
          kind === 'li' ? `<ul><li>${escaped(text)}</li></ul>` : `<${kind}>${escaped(text)}</${kind}>`,
        )
        .join(''),
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
              },
            ]
          : [],
      trace: ['discovered', 'fetched', 'cleaned', 'extracted', 'placed'].map((stage, i) => ({
        stage,
        state: 'done',
        outcome: 'ok',
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

function whyOf(told: SampleArticle, oldest: SampleArticle): EventDetail['articles'][number]['why'] {
  if (told === oldest) return []
  const hours = Math.round(((oldest.ago - told.ago) / 60) * 10) / 10
  return [
    told.role === 'copy'
      ? { signal: 'same-text', weight: 4.1, evidence: '91 % of its word runs stand in the earlier text' }
      : {
          signal: 'shared-name',
          weight: 2.4,
          evidence: 'وادي السدر, Wadi Sidr · نعيمة البرقاوي, Naima Barqawi',
        },
    { signal: 'same-figures', weight: 1.2, evidence: '340, 17' },
    { signal: 'close-in-time', weight: 0.6, evidence: `${hours} h` },
    ...(told.lang === oldest.lang
      ? []
      : [{ signal: 'cross-language', weight: -0.3, evidence: `${oldest.lang} ↔ ${told.lang}` }]),
  ]
}

function articleNamed(key: string): SampleArticle {
  const found = [...SAMPLE_ARTICLES, ...LOCAL_ARTICLES].find((one) => one.key === key)
  if (!found) throw new Error(`Cannot find sample article "${key}"`)
  return found
}

const urlOf = ({ source, key }: SampleArticle): string => `${sourceRef(source).homeUrl}news/${key}`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
