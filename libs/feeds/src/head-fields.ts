import type { FeedHead } from '@newsbraid/model'
import { atomLink, dateOf, Fields } from './entry-fields.ts'
import { tokenOf } from './text-construct.ts'
import { absolute, attribute, type XmlDocument, type XmlNode } from './xml-node.ts'

const PERIOD_MINUTES: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const positive = (text: string | undefined): number | undefined => {
  const value = text !== undefined && /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0
  return value > 0 ? value : undefined
}

function updatePeriodMinutes(fields: Fields): number | undefined {
  const period = fields.token('sy:updateperiod')?.toLowerCase()
  const minutes =
    period !== undefined && Object.hasOwn(PERIOD_MINUTES, period) ? PERIOD_MINUTES[period] : undefined
  return minutes === undefined ? undefined : minutes / (positive(fields.token('sy:updatefrequency')) ?? 1)
}

/** Hours 0 to 23 UTC; 24 is midnight (RSS 0.91). */
const skipHours = (fields: Fields, document: XmlDocument): number[] =>
  [
    ...new Set(
      fields
        .all('skiphours')
        .flatMap(({ children }) => children.slice(0, 48).map((hour) => tokenOf(hour, document))),
    ),
  ]
    .filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24)
    .map((text) => Number(text) % 24)

const skipDays = (fields: Fields, document: XmlDocument): string[] => {
  const named = fields
    .all('skipdays')
    .flatMap(({ children }) => children.slice(0, 14).map((day) => tokenOf(day, document).toLowerCase()))
  return DAYS.filter((day) => named.includes(day.toLowerCase()))
}

/** A language tag with hyphens. */
export const languageTag = (text: string | undefined): string | undefined => {
  const tag = text?.trim().replace(/_/g, '-')
  return tag && tag.length <= 35 && /^[\w-]+$/.test(tag) ? tag : undefined
}

/** Addresses of `link` elements with one relation. */
const related = (fields: Fields, rel: string): string[] =>
  [...fields.all('atom:link'), ...fields.all('link')]
    .filter((node) => fields.attribute(node, 'rel')?.toLowerCase() === rel)
    .flatMap((node) => fields.address(node, fields.attribute(node, 'href')) ?? [])

/** What a channel or an Atom feed says about itself. */
export function headOf(node: XmlNode, document: XmlDocument, base: string): FeedHead {
  const fields = new Fields(node, document, base)
  const id = fields.token('id', 'atom:id', 'guid') ?? fields.own('rdf:about')
  return {
    title: fields.line('title', 'atom:title', 'dc:title'),
    link:
      fields.first(['link'], (child) => fields.address(child, tokenOf(child, document))) ??
      atomLink(fields.all('link'), fields) ??
      atomLink(fields.all('atom:link'), fields) ??
      fields.address(node, fields.own('href')),
    id: id && /^\.{0,2}\//.test(id) ? (absolute(id, base) ?? id) : id,
    updated:
      fields.date(
        'lastbuilddate',
        'updated',
        'modified',
        'atom:updated',
        'pubdate',
        'dc:date',
        'dcterms:modified',
        'dcterms:issued',
        'dcterms:created',
        'published',
        'issued',
      ) ?? dateOf(fields.own('lastmod')),
    subtitle: fields.line(
      'subtitle',
      'tagline',
      'description',
      'abstract',
      'itunes:subtitle',
      'itunes:summary',
      'dc:description',
      'atom:subtitle',
      'info',
    ),
    language: languageTag(fields.token('language', 'dc:language') ?? languageAround(node, document)),
    ttlMinutes: positive(fields.token('ttl')),
    updatePeriodMinutes: updatePeriodMinutes(fields),
    skipHours: skipHours(fields, document),
    skipDays: skipDays(fields, document),
    hubs: [...new Set(related(fields, 'hub'))].slice(0, 10),
    self: related(fields, 'self')[0],
  }
}

function languageAround(node: XmlNode | undefined, document: XmlDocument): string | undefined {
  for (let at = node; at; at = at.parent) {
    const language = attribute(at, 'xml:lang', document.references)
    if (language) return language
  }
  return undefined
}
