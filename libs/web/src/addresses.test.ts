import { describe, expect, test } from '@jest/globals'
import { addressAllowed, literalAddress, parseAllowList } from './index.ts'

const HOSTILE: [url: string, ips?: string[]][] = [
  ['http://127.0.0.1/'],
  ['http://127.1/'],
  ['http://0/'],
  ['http://2130706433/'],
  ['http://0x7f000001/'],
  ['http://0177.0.0.1/'],
  ['http://１２７.０.０.１/'],
  ['http://①②⑦.⓪.⓪.①/'],
  ['http://127。0。0。1/'],
  ['http://127.0.0.1./'],
  ['http://[::]/'],
  ['http://[::1]/'],
  ['http://[::ffff:10.0.0.1]/'],
  ['http://[::ffff:7f00:1]/'],
  ['http://[::10.0.0.1]/'],
  ['http://[64:ff9b::a00:1]/'],
  ['http://[64:ff9b:1::a00:1]/'],
  ['http://[2002:a00:1::]/'],
  ['http://[2001:0:a00:1::]/'],
  ['http://[fe80::1]/'],
  ['http://[fc00::1]/'],
  ['http://[fec0::1]/'],
  ['http://[fd00:ec2::254]/'],
  ['http://[ff02::1]/'],
  ['http://10.1.2.3/'],
  ['http://172.16.0.1/'],
  ['http://192.168.1.1/'],
  ['http://100.64.0.1/'],
  ['http://169.254.169.254/'],
  ['http://192.0.0.8/'],
  ['http://198.18.0.1/'],
  ['http://203.0.113.9/'],
  ['http://224.0.0.1/'],
  ['http://255.255.255.255/'],
  ['http://paper.example@127.0.0.1/'],
  ['http://127.0.0.1\\@paper.example/'],
  ['http://localhost/', ['127.0.0.1', '::1']],
  ['http://localhost./', ['127.0.0.1']],
  ['http://inner.localhost/', ['127.0.0.1']],
  ['http://paper.example/', ['10.0.0.1']],
  ['http://paper.example/', ['151.101.1.1', '10.0.0.1']],
  ['http://paper.example/', ['151.101.1.1', 'fd00::1']],
  ['http://paper.example/', ['::ffff:192.168.0.1']],
  ['http://paper.example/', []],
  ['http://paper.example/', ['nonsense']],
  ['http://paper.example:22/', ['151.101.1.1']],
  ['http://paper.example:25/', ['151.101.1.1']],
  ['http://paper.example:6379/', ['151.101.1.1']],
  ['http://paper.example:5432/', ['151.101.1.1']],
  ['file:///etc/passwd'],
  ['gopher://151.101.1.1/'],
  ['ftp://151.101.1.1/'],
  ['data:text/html,x'],
  ['javascript:alert(1)'],
  ['//paper.example/'],
  [''],
]

const PUBLIC: [url: string, ips?: string[]][] = [
  ['http://151.101.1.1/'],
  ['https://[2a00:1450:4001:80b::200e]/'],
  ['https://[2001:4860:4860::8888]/'],
  ['https://paper.example/', ['151.101.1.1', '2606:4700::1111']],
  ['https://paper.example:8443/', ['151.101.1.1']],
  ['http://أخبار.example:8080/', ['151.101.1.1']],
  ['http://172.32.0.1/'],
  ['http://100.128.0.1/'],
]

describe('addressAllowed()', () => {
  test.each(HOSTILE.map(([url, ips = []]) => ({ url, ips })))('refuses $url $ips', ({ url, ips }) =>
    expect(addressAllowed(url, ips)).toBe(false),
  )
  test.each(PUBLIC.map(([url, ips = []]) => ({ url, ips })))('lets $url $ips in', ({ url, ips }) =>
    expect(addressAllowed(url, ips)).toBe(true),
  )

  test('goes by the allow list for private addresses, by its ports where it names them', () => {
    const allow = parseAllowList('127.0.0.0/8, 10.0.0.1:6379 [fd00::1]:9000,192.168.0.7')
    expect(addressAllowed('http://127.9.9.9:8080/', [], allow)).toBe(true)
    expect(addressAllowed('http://127.9.9.9:6379/', [], allow)).toBe(false)
    expect(addressAllowed('http://10.0.0.1:6379/', [], allow)).toBe(true)
    expect(addressAllowed('http://10.0.0.1/', [], allow)).toBe(false)
    expect(addressAllowed('http://[fd00::1]:9000/', [], allow)).toBe(true)
    expect(addressAllowed('http://intranet.example/', ['192.168.0.7'], allow)).toBe(true)
    expect(addressAllowed('http://intranet.example/', ['192.168.0.7', '192.168.0.8'], allow)).toBe(false)
    expect(addressAllowed('http://151.101.1.1/', [], allow)).toBe(true)
  })
})

test('parseAllowList() names the entry it cannot read', () => {
  expect(() => parseAllowList('127.0.0.1,intranet')).toThrow('Cannot read allowed address "intranet"')
  expect(parseAllowList('')).toEqual([])
})

test('literalAddress() sees through spellings and leaves names alone', () => {
  expect([literalAddress('http://0x7f.1/'), literalAddress('http://paper.example/')]).toEqual([
    '127.0.0.1',
    undefined,
  ])
})
