import { fold } from '@newsbraid/text'

/** What stands before a name in a byline */
export const BYLINE_PREFIX =
  /^\s*(?:(?:written|posted|published|reported|story|report|words|text|by|article|reviewed|edited|articles?|recipes?|posts?|all posts|view all posts)\s+by|author of the article|(?:erstellt|verfasst|geschrieben|veröffentlicht|eingestellt|ein beitrag|ein artikel|rezept|text) von|by|von|par|por|di|da|door|av|af|autorin\/autor|autor(?:in|es|e|ka)?(?:[/:]in)?|quelle|auteurs?|author|authors|published by|text|redaktion|redacteur|rédigé par|escrito por|écrit par|publié par|proposé par|scritto da|publicado por|tekst|автор|авторы|текст|yazar|yazan|haber|muhabir|pisze|opracował[ae]?|geschreven door|skriven av|skrevet av|skrivet av|بقلم|بواسطة|نشر بواسطة|كتب بواسطة|أضيف بواسطة|توسط|كتب(?:ت|ه|ها)?|الكاتبة?|تحرير|اعداد|إعداد|أعده|متابعة|حوار|تقرير|ترجمة|المحررة?|الصحفية?|الصحافية?|نویسنده|گزارش(?:گر)?|خبرنگار|به قلم|責編|责编|责任编辑|編輯|编辑|作者|投稿者|记者|文)\s*(?:[:：/\-–—=●■]|(?=[\s\u00a0]))\s*|^\s*(?:author|autor|auteur|автор|كتب|بقلم|الكاتب|تحرير|إعداد|نویسنده|von|by|par)\s*[:：/]\s*|^(?:written\s+)?by(?=\p{Lu}\p{Ll})/iu

/** Between names; a lone "و" too, an attached one is a part of the name */
const PARTS =
  /\s*(?:[,;|\n•·،؛/、]|\s&\s|\s[–—-]\s|\s(?:and|und|et|y|e|og|och|ja|en|ve|oraz|и|та|with|mit|avec)\s|\s+و\s+)\s*/u
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}])@\w+/gu
/** From here on the line speaks of when and where */
const TAIL =
  /\s(?:on|am|le|el|il|في|بتاريخ|در)\s+(?=\S*\s?\d).*$|\s+(?:updated|published|posted|last modified|aktualisiert|veröffentlicht|stand|publié|mis à jour|نشر|آخر تحديث|تحديث)\s*[:：]?.*$|\s(?:in|aus|from|at)\s+\p{Lu}.*$|\s+\d{1,2}[./:-]\d{1,2}.*$|\s+\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\d]).*$|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d.*$/iu
const NOT_NAMES =
  /^(?:facebook|twitter|instagram|x)\.com|^(?:photo(?:graph)?s?|pictures?|illustrations?|images?|videos?|fotos?|bild(?:er)?|grafik|تصوير|عدسة)\s*(?:by|von|de|par|:)(?:\s|$)|[<>{}©:*]|\d{4}|\d[:./]\d|^\d|^[^\p{L}]*$|^\p{L}{3,9}\.? \d{1,2}$|(?:^|\s)(?:rss|feed|profile?|website|newsletter|linkedin|instagram|follow)(?:$|\s)|^(?:admin|administrator|editors?|staff|newsroom|webmaster|redaktion|redazione|redacción|guest|author|authors|user|unknown|null|undefined|none|n\/a|share|print|email|e-mail|twitter|facebook|follow|more|read|view all posts|see all.*|view .*|written by|posted by|rezept von|veröffentlicht|erstellt|publié|about|by|updated.*|published.*|posted.*|last (?:updated|modified).*|aktualisiert.*|our .*|minutes?|min read|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|مشرف|ادمن|الإدارة|admin\d*)$/iu
/** Endings and beginnings that tell an occupation: behind a name they are no second name */
const OCCUPATION =
  /(?:^|\s)(?:editor|editors|reporters?|correspondents?|writers?|journalists?|contributors?|columnists?|experts?|producers?|directors?|analysts?|editor-in-chief|chief|officer|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|correspondante?|rédact(?:eur|rice)|chef|reporterin|muhabiri?|редактор|корреспондент|مراسل(?:ة|نا)?|محرر(?:ة)?|صحفي(?:ة)?|صحافي(?:ة)?|كاتب(?:ة)?|باحث(?:ة)?|رئيس التحرير|خبرنگار|سردبیر)$|^(?:ceo|cto|cfo|founder|co-founder|head|president|director|chair|journalist|reporter|redakteur(?:in)?|korrespondent(?:in)?|مراسل|محرر|كاتب|باحث|رئيس|أستاذ|editor|reporter|correspondent|professor|associate)\s/iu
/** Occupations that stand behind the name within it */
const TRAILING_TITLE = /\s*(?:기자|특파원|논설위원|記者)$/u
const MAX_NAMES = 12

/** Splits a byline into names: the word before them and what stands after them are left out. */
export function namesOf(byline: string): string[] {
  let text = byline.replace(/\s+/g, ' ').replace(ADDRESS, '|')
  // What stands behind a stroke is a section, a date, a count
  text = (text.split(/\s*\|\s*/).find((p) => /\p{L}/u.test(p)) ?? '').trim()
  text = text.replace(/^[\s([（【]+/u, '')
  for (let i = 0; i < 3 && BYLINE_PREFIX.test(text); i++) text = text.replace(BYLINE_PREFIX, '')
  text = text.replace(TAIL, '')
  // "Ann Teller, Home and Garden Editor" is one name with its desk
  const [first = '', rest] = splitOnce(text)
  if (rest !== undefined && OCCUPATION.test(rest) && /^\S+(?: \S+){1,3}$/.test(first)) text = first
  const names: string[] = []
  for (const [i, part] of text.split(PARTS).flatMap(apart).entries()) {
    const name = part
      .replace(BYLINE_PREFIX, '')
      .replace(/\([^)]*\)/g, '')
      .replace(/^[\s\p{P}●■]+|[\s:;,،\-–—|()[\]●■]+$/gu, '')
      .replace(TRAILING_TITLE, '')
      .replace(/\s+/g, ' ')
      .trim()
    const count = name.split(' ').length
    if (name.length < 2 || name.length > 60 || count > 6 || NOT_NAMES.test(name)) continue
    if (i > 0 && names.length > 0 && OCCUPATION.test(name)) continue
    if (!names.some((n) => fold(n) === fold(name))) names.push(name)
  }
  // A lone word behind a whole name is the place it was written in, unless it is an agency
  const isWhole = names.some((n) => /^\p{Lu}.*\s/u.test(n))
  return names
    .filter((n, i) => i === 0 || !isWhole || !/^\p{Lu}\p{Ll}+$/u.test(n) || isImpersonal(n))
    .slice(0, MAX_NAMES)
}

/** Given names that begin with the letter that also means "and" */
const BEGIN_WITH_WAW =
  /^(?:وليد|وسام|وسيم|وائل|وجدي|وجيه|وحيد|وديع|وداد|وردة|وسن|وصال|وصفي|وضاح|وعد|وفاء|وفيق|ولاء|ونيس|وهبي|وهبة|وهيب|وئام)$/u

/** Two whole Arabic names joined by an attached "و": «هدى سالم وكريم منصور». */
function apart(part: string): string[] {
  if (!part.includes(' و')) return [part]
  const parts = part.split(' ')
  const at = parts.findIndex(
    (w, i) => i >= 2 && i <= parts.length - 2 && /^و\p{Lo}{2,}/u.test(w) && !BEGIN_WITH_WAW.test(w),
  )
  if (at < 0) return [part]
  return [parts.slice(0, at).join(' '), [(parts[at] ?? '').slice(1), ...parts.slice(at + 1)].join(' ')]
}

function splitOnce(text: string): [string, string?] {
  const comma = text.search(/[,،]/)
  return comma < 0 ? [text] : [text.slice(0, comma), text.slice(comma + 1).trim()]
}

/** Whether a line is nothing but the word before a name: "Written by", «بقلم:» */
export const isBylineLabel = (line: string): boolean =>
  line.length <= 30 &&
  /\p{L}/u.test(line) &&
  `${line.replace(/[\s:：/]+$/u, '')} `.replace(BYLINE_PREFIX, '') === ''

/** Words that stand between given and family name in small letters */
const PARTICLES = new Set('van von de der den di da del la le bin ibn al el ter'.split(' '))
const ASCII_WORD = /^[\x21-\x7e]*$/
const ASCII_CAPITALISED = /^[A-Z][A-Za-z'.-]*$/
const CAPITALISED = /^\p{Lu}[\p{L}'’.-]*$/u
/** The class of all letters takes long to compile: most words do without it. */
const isCapitalised = (word: string): boolean =>
  ASCII_WORD.test(word) ? ASCII_CAPITALISED.test(word) : CAPITALISED.test(word)

/** Whether a text is written as names of persons are: two to four capitalised words. */
export function isCapitalisedName(text: string): boolean {
  const parts = text.split(' ')
  if (!isCapitalised(parts[0] ?? '')) return false
  let count = 1
  let isOpen = false
  for (const part of parts.slice(1)) {
    isOpen = PARTICLES.has(part)
    if (isOpen) continue
    if (!isCapitalised(part)) return false
    count++
  }
  return !isOpen && count >= 2 && count <= 4
}

/** Whether a piece of a byline is an occupation and no name. */
export const isOccupation = (text: string): boolean => OCCUPATION.test(text)

const ORGANISATION =
  /(?:^|[\s.-])(?:inc|llc|ltd|limited|gmbh|corp|company|media|news|press|redaktion|redakteure|redacción|rédaction|redazione|redactie|redaksiyon|editorial|editors|staff|team|desk|newsroom|agency|agencies|agence|agentur|agencia|ajansı|verlag|publishing|publisher|publications|magazine|online|nast|university|institute|وكالة|وكالات|تحرير|فريق|أخبار|موقع|صحيفة|قناة|شبكة|خبرگزاری|گروه|سرویس|تحریریه)(?:[\s.,]|$)/iu

/** A company signs beside a person only as the owner of the page. */
export const isCompany = (name: string): boolean =>
  /(?:^|[\s.])(?:inc|llc|ltd|gmbh|corp|media|verlag|publishing|nast)(?:[\s.,]|$)/i.test(name)

/** Whether a name is rather a desk, an agency, a house or an account than a person's. */
export const isImpersonal = (name: string): boolean =>
  ORGANISATION.test(name) ||
  /^[a-z0-9._-]+$/.test(name) ||
  /\.[a-z]{2,4}$/i.test(name) ||
  /^[\p{Lu}\d]{2,5}$/u.test(name) ||
  /^(?:editor|admin|redaktion|redaction)/i.test(name) ||
  /^(?:dpa|afp|sid|apa|ansa|efe|tass|reuters|رويترز|أ ف ب|ا ف ب|فرانس برس|د ب أ|الأناضول)(?:[\s/]|$)/iu.test(
    name,
  )
