import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'

const PREFIX =
  /^\s*(?:(?:written|posted|published|reported|story|report|words|text|by|article|reviewed|edited|photos?)\s+by|by|von|par|por|di|da|door|av|af|autor(?:in|es|e)?|auteurs?|author|published by|text|foto|redaktion|escrito por|écrit par|publié par|scritto da|tekst|автор|авторы|текст|yazar|pisze|geschreven door|skriven av|بقلم|بواسطة|نشر بواسطة|توسط|كتب(?:ت|ه)?|الكاتبة?|تحرير|اعداد|إعداد|المحررة?|الصحفية?|نویسنده|گزارش(?:گر)?|به قلم)\s*[:：\-–—]?\s+|^\s*(?:author|autor|auteur|автор|كتب|بقلم|الكاتب|تحرير|نویسنده|von|by|par)\s*[:：]\s*/iu
/** A byline after a date in one line: "3 March 2024 by …" */
const MIDDLE = /\d\D{0,20}\s(?:by|von|par|por|di|da|door|av|af|بقلم|بواسطة|توسط)\s+(.{3,50})$/iu
const PARTS = /\s*(?:[,;|\n•·،؛/]|\s&\s|\s(?:and|und|et|y|e|og|och|ja|en|ve|oraz|и|та)\s|\s+و\s+)\s*/u
const NOT_NAMES =
  /https?:|www\.|@|\d{2}|[<>{}]|^[^\p{L}]*$|^(?:admin|administrator|editor|editors|staff|newsroom|webmaster|redaktion|redazione|redacción|guest|author|user|unknown|null|undefined|none|share|print|email|twitter|facebook|follow|more|read|view all posts|updated|published|مشرف|ادمن|الإدارة|admin\d*)$/iu

const INLINE = new Set(['span', 'a', 'strong', 'b', 'em', 'cite'])
const AUTHOR_CLASS = /(?:^|[\s_-])(?:author(?:-?name)?|vcard|fn|type-author)(?:$|\s)/

/** Splits a byline into names: the word before them and what stands after them are left out. */
export function namesOf(byline: string): string[] {
  // What stands behind a stroke is a section, a date, a count
  let text = (byline.split(/\s*\|\s*/).find((p) => p !== '') ?? '').replace(/\s+/g, ' ').trim()
  for (let i = 0; i < 2; i++) text = text.replace(PREFIX, '')
  const names: string[] = []
  for (const part of text.split(PARTS)) {
    const name = part
      .replace(PREFIX, '')
      .replace(/\([^)]*\)/g, '')
      .replace(/^[\s\p{P}]+|[\s:;,،\-–—|]+$/gu, '')
      .trim()
    const words = name.split(' ').length
    if (
      name.length >= 2 &&
      name.length <= 60 &&
      words <= 6 &&
      !NOT_NAMES.test(name) &&
      !names.some((n) => fold(n) === fold(name))
    )
      names.push(name)
  }
  return names.slice(0, 12)
}

/** Names that the page itself declares, else its byline near the headline. Never out of a share bar or a comment. */
export function chooseAuthors(
  facts: PageFacts,
  head: PageHead,
  titleBlock: number,
  bodyEnd: number,
  hint?: string,
): string[] {
  const site = key(head.structured.siteName ?? head.meta.get('og:site_name') ?? '')
  // The masthead as author says little: it counts only when nobody else is named
  const isSite = (name: string): boolean => {
    const k = key(name)
    return (
      k === site ||
      /\.[a-z]{2,4}$/i.test(name) ||
      (site.length > 3 && k.length > 3 && (k.startsWith(site) || site.startsWith(k)))
    )
  }
  const people = (names: string[]): string[] => names.filter((n) => !isSite(n))
  const structured = head.structured.authors.flatMap((a) => namesOf(a))
  if (people(structured).length > 0) return structured
  const declared: string[][] = []
  for (const name of AUTHOR_META) {
    const found = (head.all.get(name) ?? []).filter((v) => !/^https?:/.test(v)).flatMap((v) => namesOf(v))
    if (people(found).length > 0) return found
    if (found.length > 0) declared.push(found)
  }
  const marked = bylineIn(facts, titleBlock, bodyEnd)
  if (people(marked).length > 0) return marked
  if (hint && namesOf(hint).length > 0) return namesOf(hint)
  return (
    [structured, ...declared, marked, head.structured.organisations.flatMap((o) => namesOf(o))].find(
      (names) => names.length > 0,
    ) ?? []
  )
}

const key = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]+/gu, '')
const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'og:article:author',
  'authors',
  'dc.author',
  'twitter:creator:name',
]

function bylineIn(facts: PageFacts, titleBlock: number, bodyEnd: number): string[] {
  const { tree, blocks, hint } = facts
  const bad = new Set(['comments', 'comment-form', 'related', 'share-bar', 'sidebar', 'footer', 'navigation'])
  let best: { score: number; names: string[] } | undefined
  for (let b = Math.max(0, titleBlock - 6); b < Math.min(blocks.length, bodyEnd + 12); b++) {
    const block = blocks[b]
    if (!block || block.text.length > 160 || bad.has(hint[block.node] ?? '')) continue
    let score = 0
    let text = block.text
    let exact: string | undefined
    // The marked element may be inside the block: look through its nodes and its owners
    for (let i = block.first; i <= block.last; i++) {
      let node = tree.parent[i] ?? 0
      for (let up = 0; up < 3 && node > 0; up++, node = tree.parent[node] ?? 0) {
        const a = tree.attributes[node]
        if (!a) continue
        const rel =
          /\bauthor\b/.test(a.rel ?? '') ||
          /\bauthor\b/.test(a.itemprop ?? '') ||
          (INLINE.has(tree.name[node] ?? '') && AUTHOR_CLASS.test(a.class ?? '')) ||
          /\/(?:author|authors|auteur|autor|profile|people|staff|by)\//.test(a.href ?? '')
        if (rel && exact === undefined && tree.name[node] !== 'div') {
          exact = textOf(facts, node)
          score = Math.max(score, 3)
        }
      }
    }
    if (hint[block.node] === 'byline') score = Math.max(score, 2)
    if (PREFIX.test(text) && text.length < 90)
      score = Math.max(score, block.text.split(' ').length <= 8 ? 2 : 1)
    const middle =
      titleBlock >= 0 && b >= titleBlock && b <= titleBlock + 3 && text.length < 90 ? MIDDLE.exec(text) : null
    if (middle && score < 1.5) {
      score = 1.5
      text = middle[1] ?? text
    }
    if (score === 0) continue
    if (titleBlock >= 0) score -= Math.min(1.5, Math.abs(b - titleBlock) / 20)
    if (hint[block.node] === 'author-box') score -= 0.8
    if (exact) text = exact
    const names = namesOf(text)
    if (names.length > 0 && (!best || score > best.score)) best = { score, names }
  }
  return best && best.score > 0.6 ? best.names : []
}

function textOf(facts: PageFacts, node: number): string {
  let text = ''
  for (let i = node; i < (facts.tree.end[node] ?? node); i++) text += facts.tree.text[i] ?? ''
  return text.replace(/\s+/g, ' ').trim()
}
