import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { decode, encodingOf } from './index.ts'

const ARABIC =
  'قال رئيس البلدية إن أعمال الصيانة في الطريق الساحلي تنتهي قبل الشتاء، وإن المدارس تفتح يوم الأحد'
const FRENCH = 'Le maire a annoncé hier que l’école rouvrira dès lundi, après des travaux près de la forêt'
const RUSSIAN = 'Мэр города сообщил, что ремонт дороги вдоль побережья закончится до зимы, а школы откроются'
const TURKISH =
  'Belediye başkanı, okulların pazartesi günü açılacağını ve sahil yolunun kışa kadar biteceğini söyledi'
const bytes = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding))
const page = (text: string, charset?: string): string =>
  `<html><head>${charset ? `<meta charset="${charset}">` : ''}</head><p>${text}</p></html>`

const CASES: [name: string, text: string, encoding: string, label?: string, contentType?: string][] = [
  ['Arabic, declared in the header', ARABIC, 'windows-1256', undefined, 'text/html; charset=windows-1256'],
  ['Arabic, declared by an alias', ARABIC, 'windows-1256', 'cp1256'],
  ['Arabic, undeclared', ARABIC, 'windows-1256'],
  ['Arabic, a short headline', 'رئيس البلدية يفتتح المدرسة', 'windows-1256'],
  ['Arabic under a Latin label', ARABIC, 'windows-1256', 'iso-8859-1'],
  ['Arabic under a UTF-8 label', ARABIC, 'windows-1256', 'utf-8', 'text/html; charset=utf-8'],
  ['Arabic of ISO, undeclared', ARABIC, 'iso-8859-6'],
  ['Arabic of ISO under the Windows label', ARABIC.replace('،', ','), 'iso-8859-6', 'windows-1256'],
  ['Arabic of Windows under the ISO label', ARABIC, 'windows-1256', 'iso-8859-6'],
  ['French with Windows quotes under the label of ISO', FRENCH, 'windows-1252', 'iso-8859-1'],
  ['French, undeclared', FRENCH, 'windows-1252'],
  ['Russian, declared', RUSSIAN, 'windows-1251', 'windows-1251'],
  ['Russian, undeclared', RUSSIAN, 'windows-1251'],
  ['Russian of Unix, undeclared', RUSSIAN, 'koi8-r'],
  ['Turkish, declared', TURKISH, 'windows-1254', 'windows-1254'],
  ['UTF-16 without a mark', ARABIC, 'utf-16le'],
  ['UTF-16, big end first', ARABIC, 'utf-16be'],
  ['UTF-8 under another label', ARABIC, 'utf-8', 'windows-1256'],
]

describe('decode()', () => {
  test.each(CASES.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [text, encoding, label, contentType] }) => {
      const source = page(text, label)
      expect(decode(bytes(source, encoding), contentType)).toMatchObject({ text: source, encoding })
    },
  )

  test('keeps a UTF-8 text with a stray byte, and one cut inside a character', () => {
    const source = bytes(page(ARABIC), 'utf-8')
    const stray = Uint8Array.from([...source.subarray(0, 30), 0xc7, ...source.subarray(30)])
    expect(decode(stray, 'text/html; charset=utf-8').encoding).toBe('utf-8')
    const cut = source.subarray(0, source.lastIndexOf(0xd8) + 1)
    expect(decode(cut)).toMatchObject({ encoding: 'utf-8' })
  })

  test('a byte order mark settles it and is no part of the text', () => {
    expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'text/html; charset=windows-1256')).toEqual({
      text: 'a',
      encoding: 'utf-8',
      by: 'bom',
    })
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0]))).toMatchObject({ text: 'a', encoding: 'utf-16le' })
    expect(decode(Uint8Array.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]))).toMatchObject({
      text: 'a',
      encoding: 'utf-32be',
    })
  })

  test('never throws: empty, noise, unknown and forbidden labels', () => {
    expect(decode(new Uint8Array())).toMatchObject({ text: '', encoding: 'utf-8' })
    for (const label of ['bogus', 'utf-7', 'iso-2022-cn-ext', 'x-user-defined', 'base64', '"; charset='])
      expect(
        typeof decode(Uint8Array.from([0x3c, 0xe9, 0x80, 0xff, 0xfe]), `text/html; charset=${label}`).text,
      ).toBe('string')
  })
})

test('encodingOf() names encodings as browsers do', () => {
  expect([
    encodingOf('Latin1'),
    encodingOf('CP1256'),
    encodingOf('ks_c_5601-1987'),
    encodingOf('utf-7'),
    encodingOf('nonsense'),
  ]).toEqual(['windows-1252', 'windows-1256', 'euc-kr', undefined, undefined])
})
