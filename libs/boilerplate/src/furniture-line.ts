import { fold } from '@newsbraid/text'
import { phraseGroups } from './phrases.ts'
import { RuleIndex } from './rule-index.ts'

/** What a line gives away about itself, by its wording or shape alone. */
export type LineReading = { reason: string; evidence: string; tail: boolean; sure: boolean }

const MAX_CHARS = 700
/** A machine's value that leaked into the text: an address or a time stamp alone */
const MACHINE = /^(?:https?:\/\/\S+|www\.\S+|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}\S*|[\w.+-]+@[\w-]+\.[\w.]+)$/
/** Cheap test before it */
const MACHINE_SIGN = /[:@]|^www/
/** Beyond this, only cookie notices are told by their wording */
const LONG_CHARS = 300
const COOKIE = /cookie|کوکی|ملفات تعريف/i
const START_WORDS = 40

const ASCII = /^[\x20-\x7e]*$/
/** `fold()` for short interface text: ASCII needs lower case only. */
const folded = (text: string): string => (ASCII.test(text) ? text.toLowerCase() : fold(text))
/** Runs of other signs but for a single blank, which stays as it is */
const NO_LETTER = / [^a-z']+|[^a-z' ][^a-z']*/g
const NO_LETTER_OF_ANY = / [^\p{L}']+|[^\p{L}' ][^\p{L}']*/gu
const letters = (text: string): string =>
  (ASCII.test(text) ? text.replace(NO_LETTER, ' ') : text.replace(NO_LETTER_OF_ANY, ' ')).trim()
/** Folded, without marks and numbers, single spaces. */
export const bare = (text: string): string => letters(folded(text))
/** With its marks, single spaces: for phrases that hold a colon or a bracket. */
const markedOf = (plain: string): string => {
  const spaced = plain.replace(/\s{2,}|[^\S ]/g, ' ')
  return (/^[a-z]/.test(spaced) ? spaced : spaced.replace(/^[\s\p{P}\p{S}]+/u, '')).trim()
}
const marked = (text: string): string => markedOf(folded(text))

type Phrase = { reason: string; tail: boolean; said: string }
const whole = new Map<string, Phrase>()
const starts = new Map<string, Phrase[]>()
const inside: { text: string; phrase: Phrase }[] = []
for (const group of phraseGroups) {
  const tail = group.tail === true
  for (const said of group.whole ?? [])
    if (!whole.has(bare(said))) whole.set(bare(said), { reason: group.reason, tail, said })
  for (const said of group.start ?? []) {
    const key = marked(said) === '' ? said : marked(said)
    const list = starts.get(key.slice(0, 3)) ?? []
    list.push({ reason: group.reason, tail, said: key })
    starts.set(key.slice(0, 3), list)
  }
  for (const said of group.inside ?? [])
    inside.push({ text: fold(said), phrase: { reason: group.reason, tail, said } })
}

const insideIndex = new RuleIndex(inside.map(({ text }) => text))

const NETWORKS = new Set(
  fold(
    'facebook twitter x whatsapp telegram linkedin pinterest instagram youtube messenger viber reddit tumblr email mail e-mail print flipboard pocket snapchat tiktok threads bluesky mastodon vk odnoklassniki vkontakte line wechat weibo xing google plus gmail rss skype stumbleupon digg tweet share pin copy link url sms truth social kakaotalk hatena فيسبوك تويتر واتساب تيلقرام تيليجرام تلجرام تليجرام لينكدإن بينتيريست ماسنجر انستجرام انستغرام يوتيوب طباعة مشاركة البريد بريد عبر الإلكتروني نسخ رابط الرابط ارسل لصديق نسخة للطباعة تلگرام توییتر اینستاگرام ایمیل چاپ partager imprimer teilen drucken mailen compartir imprimir condividi',
  ).split(' '),
)
/** An invitation to a channel opens with one of these … */
const INVITES = new RegExp(
  `^(?:${fold('follow join تابع تابعوا تابعونا انضم انضموا اشترك اشتركوا suivez rejoignez retrouvez abonnez-vous folge folgt abonniere').split(' ').join('|')}|folgen sie|abonnieren sie|besuchen sie|find us|like us) `,
  'u',
)
/** … or ends in one of these, in languages that put the verb last … */
const INVITED = new RegExp(
  `(?:${fold('دنبال کنید|بپیوندید|عضو شوید|دنبال نمایید').replaceAll(' ', '\\s')})[.!]?$`,
  'u',
)
/** … and names where the channel is */
const CHANNELS = new Set(
  fold(
    'telegram whatsapp facebook twitter instagram youtube tiktok linkedin threads viber google واتساب واتس تيليجرام تلجرام تليجرام تيليغرام تلغرام تيلغرام فيسبوك الفيسبوك تويتر انستغرام إنستغرام انستجرام يوتيوب جوجل غوغل تلگرام واتساپ اینستاگرام توییتر یوتیوب گوگل ایتا روبیکا خبرنامه',
  ).split(' '),
)
const INVITE_WORDS = 14
/** What stands in a row of tools for reading: print, larger, smaller */
const TOOLS = new Set(
  fold(
    'print drucken imprimer imprimir stampa طباعة طباعه چاپ a aa text size font fontsize schriftgröße schriftgrad taille du texte police حجم الخط خط تكبير تصغير اندازه متن قلم فونت zoom pdf email e-mail mail save listen reset',
  ).split(' '),
)
const SHORTCODE =
  /^\[\/?[a-z][\w-]{0,40}(?:\s[^\][]{0,300})?\/?\](?:\s*\[\/?[a-z][\w-]{0,40}[^\][]{0,300}\])*$/i
const PRINTF = /%(?:\d\$)?[ds](?![\w%])/
const PLACEHOLDER = /^\{\{.{0,200}\}\}$|^<!--.{0,200}-->$/
const NO_LETTERS = /^[^\p{L}]*$/u
/** Picture agencies and words for "photo" with a colon, a stroke or a sign beside them */
const CREDIT =
  /^(?:photos?|fotos?|bild|bilder|image|images|picture|pictures|credit|credits|crédits?|foto-credit|photo credit|image credit|photograph|photographie|fotografie|صورة|الصورة|تصوير|عکس|عكس|фото|kuva|zdjęcie|fot|résumé photo)\s*[:：/|©]\s*\S|(?:getty images|gettyimages|shutterstock|istock|imago images|picture[- ]alliance|alamy|adobe stock|unsplash|ap photo|afp photo|wikimedia commons|\/(?:ap|afp|reuters|dpa|epa|getty|imago|efe|ansa|apa|ntb|tt|anp|belga|keystone|pa|aap|xinhua|tass)\b)|^©\s*\S|\(\s*(?:photo|foto|bild|image|صورة|عکس|фото)\s*[:：]/iu
/** Cheap test before the long one */
const CREDIT_SIGN = /[:：/|©(]|getty|stock|imago|alamy|unsplash|photo|commons|alliance/
const COUNTED = /^[\d.,٠-٩۰-۹]{1,9}\s*[kKmM]?\s+\p{L}+(?:\s\p{L}+)?$/u
const CONTROL = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Whether a text holds the name of a network: "Follow the Courier on Telegram". */
export const namesNetwork = (text: string): boolean =>
  bare(text)
    .split(' ')
    .some((w) => w.length > 1 && NETWORKS.has(w))

/** Reads one line; undefined when neither wording nor shape says furniture. Linear in the length of the line. */
export function readLine(line: string): LineReading | undefined {
  if (line.length > MEMO_CHARS) return read(line)
  const known = memo.get(line)
  if (known !== undefined) return known ?? undefined
  const reading = read(line)
  if (memo.size >= MEMO_LINES) memo.clear()
  memo.set(line, reading ?? null)
  return reading
}

/** Menus and labels recur on every page of a site; emptied when full. */
const MEMO_CHARS = 80
const MEMO_LINES = 20_000
const memo = new Map<string, LineReading | null>()

function wordsIn(key: string): number {
  let count = 1
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) === 32) count++
  return count
}

function networksIn(words: readonly string[]): number {
  let count = 0
  for (const word of words) if (NETWORKS.has(word)) count++
  return count
}

function read(line: string): LineReading | undefined {
  const isAscii = ASCII.test(line)
  const text = isAscii ? line.trim() : line.replace(CONTROL, '').trim()
  if (text.length > MAX_CHARS || (text.length > LONG_CHARS && !COOKIE.test(text))) return undefined
  const first = text.charCodeAt(0)
  if (first === 0x5b && SHORTCODE.test(text))
    return { reason: 'shortcode', evidence: text.slice(0, 60), tail: false, sure: true }
  if ((first === 0x7b || first === 0x3c) && PLACEHOLDER.test(text))
    return { reason: 'template-leftover', evidence: text.slice(0, 60), tail: false, sure: true }
  if (text.includes('%') && PRINTF.test(text) && text.length < 120)
    return { reason: 'template-leftover', evidence: PRINTF.exec(text)?.[0] ?? '%', tail: false, sure: true }
  const isLetterFirst = (first | 32) >= 97 && (first | 32) <= 122
  if (!isLetterFirst && NO_LETTERS.test(text))
    return { reason: 'no-words', evidence: text.slice(0, 30), tail: false, sure: text.length < 8 }
  if (MACHINE_SIGN.test(text) && MACHINE.test(text))
    return { reason: 'machine-value', evidence: text.slice(0, 60), tail: false, sure: true }
  const plain = isAscii ? text.toLowerCase() : fold(text)
  const isAsciiPlain = isAscii || ASCII.test(plain)
  const key = plain.replace(isAsciiPlain ? NO_LETTER : NO_LETTER_OF_ANY, ' ').trim()
  if (key.length <= 60) {
    const hit = whole.get(key)
    if (hit) {
      const counted = /\d/.test(text) && hit.reason !== 'comments' && hit.reason !== 'share-bar'
      if (!counted || text.length < 40)
        return { reason: hit.reason, evidence: `"${text.slice(0, 60)}"`, tail: hit.tail, sure: true }
    }
  }
  const opening = markedOf(plain)
  const count = wordsIn(key)
  if (count <= START_WORDS || opening.includes('cookie'))
    for (const p of starts.get(opening.slice(0, 3)) ?? [])
      if (opening.startsWith(p.said) && !/\p{L}/u.test(opening[p.said.length] ?? ' '))
        return {
          reason: p.reason,
          evidence: `"${text.slice(0, 60)}"`,
          tail: p.tail && p.reason !== 'related',
          sure: count <= 25 || p.reason === 'cookie-notice',
        }
  if (count <= 40) {
    const phrase = inside[insideIndex.possible(plain)[0] ?? -1]?.phrase
    if (phrase) return { reason: phrase.reason, evidence: phrase.said, tail: phrase.tail, sure: true }
  }
  const networks = count >= 2 && count <= 16 ? networksIn(key.split(' ')) : 0
  if (networks > 0 && ((networks === count && count <= 14) || (count >= 4 && networks >= 0.75 * count)))
    return { reason: 'share-bar', evidence: `"${text.slice(0, 60)}"`, tail: false, sure: true }
  if (
    count >= 3 &&
    count <= INVITE_WORDS &&
    (INVITES.test(opening) || INVITED.test(opening)) &&
    key.split(' ').some((w) => CHANNELS.has(w))
  )
    return { reason: 'newsletter', evidence: `"${text.slice(0, 60)}"`, tail: true, sure: true }
  if (count >= 2 && count <= 10 && key.split(' ').every((w) => TOOLS.has(w)))
    return { reason: 'page-tools', evidence: `"${text.slice(0, 60)}"`, tail: false, sure: true }
  if (count <= 9 && text.length <= 90 && CREDIT_SIGN.test(plain) && CREDIT.test(text))
    return { reason: 'credit', evidence: CREDIT.exec(text)?.[0]?.trim() ?? '', tail: false, sure: true }
  if (!isLetterFirst && COUNTED.test(text)) {
    const noun = whole.get(bare(text))
    if (noun) return { reason: noun.reason, evidence: `"${text}"`, tail: noun.tail, sure: true }
  }
  return undefined
}
