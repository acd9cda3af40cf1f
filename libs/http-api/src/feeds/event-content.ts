import { directionOf } from '@newsbraid/text'
import type { EventDetail } from '@newsbraid/model'
import { escapeXml } from './xml.ts'

/** An event as HTML for a reader app: its summary, then a link to every member; each part in its own direction. */
export function eventHtml(event: EventDetail, baseUrl: string): string {
  const { lang, dir } = event.title
  const summary =
    event.summary === '' ? '' : `<p dir="${directionOf(event.summary)}">${escapeXml(event.summary)}</p>`
  const copies = new Set(event.lineage.flatMap((lineage) => lineage.copies))
  const members = event.articles.map(({ id, title, url, source, lang: own, dir: side }) => {
    const link = `<a href="${escapeXml(memberUrl(baseUrl, id, url))}">${escapeXml(title)}</a>`
    const name = `<bdi>${escapeXml(source.name)}</bdi>`
    return `<li lang="${escapeXml(own)}" dir="${side}">${link} – ${name}${copies.has(id) ? ' ⧉' : ''}</li>`
  })
  return `<div lang="${escapeXml(lang)}" dir="${dir}">${summary}<ul>${members.join('')}</ul></div>`
}

export const isWebUrl = (url: string): boolean => /^https?:\/\//i.test(url)

/** Where a member is read: at its publisher, or here when it came without an address of the web. */
export const memberUrl = (baseUrl: string, id: string, url: string): string =>
  isWebUrl(url) ? url : `${baseUrl}/articles/${id}`

/** The names of those who report it, each once. */
export const sourceNames = (event: EventDetail): string[] => [
  ...new Set(event.sources.map(({ name }) => name)),
]
