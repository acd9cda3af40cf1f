const NAMED: Record<string, string> = {
  amp: '&',
  apos: "'",
  bdquo: '„',
  bull: '•',
  eacute: 'é',
  egrave: 'è',
  euro: '€',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsaquo: '‹',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  ouml: 'ö',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsaquo: '›',
  rsquo: '’',
  sbquo: '‚',
  shy: '',
  szlig: 'ß',
  uuml: 'ü',
  auml: 'ä',
  zwnj: '\u200c',
}
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi

/** Entities that were escaped once too often; unknown ones stay as they stand. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (all: string, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
        return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : all
      })
    : text

const INLINE_TAG = /<\/?(?:a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?>/gi
const TAG = /<\/?[a-z][^<>]{0,300}>/gi
const SPACES = /[\s\u00a0\u200b\ufeff]+/g

/** One line of plain text: entities decoded up to twice, tags taken out, white space squeezed, letters as they stand. */
export function bareText(text: string): string {
  const once = decodeEntities(text)
  const twice = once === text ? text : decodeEntities(once)
  return (twice.includes('<') ? twice.replace(INLINE_TAG, '').replace(TAG, ' ') : twice)
    .replace(SPACES, ' ')
    .trim()
}
