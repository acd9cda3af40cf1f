import { fillIn } from './fill-in.ts'
import type { Language } from './languages.ts'

/** What the reader of feeds says of its repairs, word for word with `{…}` for what varies, and the same in Arabic. */
const ARABIC: readonly (readonly [english: string, arabic: string])[] = [
  ['Closed <{tag}> elements that were left open', 'أُغلقت عناصر <{tag}> تُركت مفتوحة'],
  ['Closed elements that were left open', 'أُغلقت عناصر تُركت مفتوحة'],
  ['Closed entries that were left open', 'أُغلقت مداخل تُركت مفتوحة'],
  ['Closed quotes that were left open', 'أُغلقت علامات اقتباس تُركت مفتوحة'],
  ['Kept the first {kept} of {all} links to articles', 'أُبقي أول {kept} من {all} من روابط المقالات'],
  ['Kept the newest {kept} of {all} entries', 'أُبقي أحدث {kept} من {all} من المداخل'],
  [
    'Kept the whole fields of an entry that the end of the document cuts off',
    'أُبقيت الحقول التامة من مدخل يقطعه آخر المستند',
  ],
  ['Left out an entry that the end of the document cuts off', 'أُهمل مدخل يقطعه آخر المستند'],
  ['Left out attributes longer than {most} characters', 'أُهملت سمات أطول من {most} حرف'],
  ['Left out elements nested deeper than {most}', 'أُهملت عناصر متداخلة أعمق من {most}'],
  ['Left out entities kept outside the document', 'أُهملت كيانات XML محفوظة خارج المستند'],
  ['Left out entities that are made of entities', 'أُهملت كيانات XML مؤلفة من كيانات'],
  ['Left out what follows the first {most} elements', 'أُهمل ما بعد أول {most} من العناصر'],
  ['Read JSON without its JSON Feed version', 'قُرئ JSON بلا رقم نسخة JSON Feed'],
  ['Read a document that ends too early', 'قُرئ مستند ينتهي قبل أوانه'],
  [
    'Read as {found} although its HTTP header says {said}',
    'قُرئ بترميز {found} مع أن ترويسة HTTP تقول {said}',
  ],
  ['Read as {found} although its declaration says {said}', 'قُرئ بترميز {found} مع أنه يعلن {said}'],
  ['Read as {found}, which it does not declare', 'قُرئ بترميز {found} ولا يعلنه'],
  ['Read on after a CDATA section that never ends', 'استمرت القراءة بعد مقطع CDATA لا نهاية له'],
  ['Read on after a comment that never ends', 'استمرت القراءة بعد تعليق لا نهاية له'],
  ['Read no further than {depth} elements deep', 'لم تُقرأ العناصر المتداخلة بعد المستوى {depth}'],
  ['Read only the first {most} links of a very long page', 'قُرئت أول {most} من روابط صفحة طويلة جدًا فقط'],
  ['Read only the first {most} bytes', 'قُرئ أول {most} بايت فقط'],
  ['Replaced bytes that are no characters', 'استُبدلت بايتات لا تمثل حروفًا'],
]

/** A repair in the interface's language; as it stands where no words are known for it. */
export function repairWords(repair: string, language: Language): string {
  if (language === 'en') return repair
  for (const [english, arabic] of ARABIC) {
    const fills = fillsOf(repair, english)
    if (fills) return fillIn(arabic, fills)
  }
  return repair
}

/** What stands where the pattern has `{names}`; undefined when the text is another. */
function fillsOf(text: string, pattern: string): Record<string, string> | undefined {
  const pieces = pattern.split(/\{(\w+)\}/)
  const fills: Record<string, string> = {}
  let at = 0
  for (let n = 0; n < pieces.length; n += 2) {
    const fixed = pieces[n] ?? ''
    const found =
      n === 0 ? (text.startsWith(fixed) ? 0 : -1) : fixed === '' ? text.length : text.indexOf(fixed, at)
    if (found < 0) return undefined
    if (n > 0) fills[pieces[n - 1] ?? ''] = text.slice(at, found)
    at = found + fixed.length
  }
  return at === text.length ? fills : undefined
}
