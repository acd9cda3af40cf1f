import type { EventDetail } from '@newsbraid/model'
import { LOCAL_ARTICLES, SAMPLE_ARTICLES, type SampleArticle, urlOf } from './sample-articles.ts'
import { entityNamed } from './sample-entities.ts'
import { idOf, minutesFrom } from './sample-ids.ts'
import { sourceRef } from './sample-sources.ts'

type Extra = Pick<EventDetail, 'lineage' | 'figures' | 'disagreements'>
type Group = { key: string; summary: string; articles: string[]; entities: string[]; extra?: Extra }

const article = (key: string): string => idOf('article', key)
const source = (key: string): string => sourceRef(key).id
export const dirOf = (lang: string): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr')

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

function relatedTo(key: string, now: number): EventDetail['related'] {
  if (key !== 'flood') return []
  const told = articleNamed('strike-delta')
  return [
    {
      id: idOf('event', 'strike'),
      title: { text: told.title, lang: told.lang, dir: dirOf(told.lang) },
      relation: 'same-names',
      firstSeen: minutesFrom(now, -told.ago),
      lastDevelopment: minutesFrom(now, -told.ago),
      independentSourceCount: 3,
      shared: ['Marsa Louz', 'Naima Barqawi'],
    },
  ]
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
    related: relatedTo(key, now),
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

/** The event that an invented article stands in. */
export function eventIdOf(articleKey: string): string | undefined {
  const group = GROUPS.find(({ articles }) => articles.includes(articleKey))
  return group && idOf('event', group.key)
}
