import { fold } from '@newsbraid/text'

/** Wire agencies and how papers credit them; the first column is the name in evidence. */
const AGENCIES: readonly (readonly [string, readonly string[]])[] = [
  ['AFP', ['afp', 'agence france-presse', 'فرانس برس', 'ا ف ب', 'أ ف ب']],
  ['ANSA', ['ansa']],
  ['AP', ['associated press', '(ap)', 'ap)', 'أسوشيتد برس', 'اسوشيتد برس']],
  ['APS', ['algérie presse service', 'واج']],
  ['Anadolu', ['anadolu', 'الأناضول']],
  ['dpa', ['dpa', 'د ب أ', 'د.ب.أ']],
  ['EFE', ['(efe)', 'efe)']],
  ['IANS', ['ians']],
  ['Interfax', ['interfax', 'интерфакс']],
  ['KUNA', ['kuna', 'كونا']],
  ['MAP', ['maghreb arabe presse', 'و م ع']],
  ['MENA', ['أ ش أ', 'أنباء الشرق الأوسط']],
  ['Petra', ['petra', 'وكالة بترا']],
  ['QNA', ['qna', 'وكالة الأنباء القطرية']],
  ['Reuters', ['reuters', 'رويترز', 'рейтер']],
  ['SANA', ['وكالة سانا']],
  ['SPA', ['وكالة الأنباء السعودية', 'واس']],
  ['Sputnik', ['sputnik', 'سبوتنيك']],
  ['TAP', ['tunis afrique presse', 'وات']],
  ['TASS', ['tass', 'тасс']],
  ['WAM', ['وكالة أنباء الإمارات', 'وام']],
  ['Xinhua', ['xinhua', 'شينخوا']],
]
const FOLDED = AGENCIES.map(([name, credits]) => [name, credits.map((credit) => fold(credit))] as const)
const BORDER = /[^\p{L}\p{N}]/u

/** The agency a text credits in its first or last 160 characters (dateline, tail), if any. */
export function agencyOf(text: string): string | undefined {
  const folded = fold(text.length > 400 ? `${text.slice(0, 160)}\n${text.slice(-160)}` : text)
  for (const [name, credits] of FOLDED) if (credits.some((credit) => stands(folded, credit))) return name
  return undefined
}

function stands(text: string, credit: string): boolean {
  for (let at = text.indexOf(credit); at >= 0; at = text.indexOf(credit, at + 1)) {
    const before = at === 0 ? ' ' : text.charAt(at - 1)
    const after = at + credit.length >= text.length ? ' ' : text.charAt(at + credit.length)
    if (BORDER.test(before) && BORDER.test(after)) return true
  }
  return false
}
