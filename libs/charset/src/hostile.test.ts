import { expect, test } from '@jest/globals'
import { decode } from './index.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff)

/** Labels and bytes that want to be read as something else, or never to be read to their end. */
const HOSTILE: [subject: string, bytes: () => Uint8Array, contentType?: string][] = [
  ['UTF-7 by header', () => ascii('<p>+ADw-script+AD4-</p>'), 'text/html; charset=utf-7'],
  ['UTF-7 by declaration', () => ascii('<?xml version="1.0" encoding="utf-7"?><a>+ADw-script+AD4-</a>')],
  ['a label nobody knows', () => ascii('<p>x</p>'), 'text/html; charset=x-evil-1'],
  ['a label of a megabyte', () => ascii('<p>x</p>'), `text/html; charset=${'x'.repeat(1e6)}`],
  ['a thousand labels', () => ascii('<p>x</p>'), 'text/html; charset=x;'.repeat(1000)],
  ['a label with line breaks', () => ascii('<p>x</p>'), 'text/html; charset="utf-8\r\nX: 1"'],
  ['the label "replacement"', () => ascii('<p>x</p>'), 'text/html; charset=replacement'],
  ['the label "x-user-defined"', () => ascii('<p>\xbcx</p>'), 'text/html; charset=x-user-defined'],
  ['the label "__proto__"', () => ascii('<p>x</p>'), 'text/html; charset=__proto__'],
  [
    'ISO-2022-JP that hides a tag',
    () => ascii('<p>\x1b$B<script>\x1b(B</p>'),
    'text/html; charset=iso-2022-jp',
  ],
  ['ISO-2022-KR', () => ascii('\x1b$)C\x0e<script>\x0f'), 'text/html; charset=iso-2022-kr'],
  ['HZ', () => ascii('~{<script>~}'), 'text/html; charset=hz-gb-2312'],
  ['UTF-16 without its other half', () => ascii('\xff\xfe<\0p\0>'), 'text/html'],
  ['UTF-32', () => ascii('\xff\xfe\0\0<\0\0\0')],
  ['halves of surrogate pairs', () => ascii('\xff\xfe\x00\xd8\x41\x00\x00\xdc')],
  [
    'overlong UTF-8',
    () => ascii('<p>\xc0\xbcscript\xc0\xbe\xe0\x80\xbc\xf0\x80\x80\xbc</p>'),
    'text/html; charset=utf-8',
  ],
  ['UTF-8 beyond Unicode', () => ascii('\xf4\x90\x80\x80\xf8\x88\x80\x80\x80'), 'text/html; charset=utf-8'],
  ['noise', () => Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 3)) % 256)],
  ['declarations without end', () => ascii('<?xml version="1.0" encoding="'.repeat(20_000))],
  ['charset attributes without end', () => ascii('<meta charset='.repeat(50_000))],
  ['nothing', () => new Uint8Array()],
]

test.each(HOSTILE.map(([subject, bytes, contentType]) => ({ subject, bytes, contentType })))(
  'decode() reads $subject as characters, no more than there are bytes',
  ({ bytes, contentType }) => {
    const given = bytes()
    const { text, encoding } = decode(given, contentType)
    expect(text.length).toBeLessThanOrEqual(given.length)
    expect(text.isWellFormed()).toBe(true)
    expect(encoding).toMatch(/^[a-z][\w-]{1,30}$/)
    // No encoding makes a bracket of bytes that hold none
    if (!given.includes(0x3c)) expect(text).not.toContain('<')
  },
)

test('decode() never makes a tag of UTF-7', () => {
  for (const contentType of ['text/html; charset=utf-7', 'text/html; charset=x-unicode-2-0-utf-7', undefined])
    expect(decode(ascii('+ADw-script+AD4-'), contentType).text).toBe('+ADw-script+AD4-')
})
