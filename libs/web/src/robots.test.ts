import { describe, expect, test } from '@jest/globals'
import { crawlDelaySeconds, refusingPattern, robotsAllowed, robotsSitemaps } from './index.ts'

const AGENT = 'Newsbraid/0.1 (+https://newsbraid.example/bot)'
const at = (path: string): string => 'https://paper.example' + path

const CASES: [what: string, txt: string, path: string, allowed: boolean][] = [
  ['no file allows', '', '/a', true],
  [
    'the longest pattern wins',
    'User-agent: *\nDisallow: /news/\nAllow: /news/public/',
    '/news/public/1',
    true,
  ],
  ['allow wins a tie', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['an empty disallow forbids nothing', 'User-agent: *\nDisallow:', '/a', true],
  [
    'its own group counts alone',
    'User-agent: *\nDisallow: /\n\nUser-agent: newsbraid\nDisallow: /x',
    '/a',
    true,
  ],
  [
    'groups of one name are joined',
    'User-agent: Newsbraid\nDisallow: /a\n\nUser-agent: b\nDisallow: /\n\nUser-agent: newsbraid\nDisallow: /c',
    '/a',
    false,
  ],
  ['several names share a group', 'User-agent: other\nUser-agent: newsbraid\nDisallow: /', '/a', false],
  ['another robot’s group is not ours', 'User-agent: newsbraider\nDisallow: /', '/a', true],
  [
    'other lines end no group',
    'User-agent: newsbraid\nSitemap: https://x.example/s\nUser-agent: *\nDisallow: /',
    '/a',
    false,
  ],
  ['rules before any name count for nobody', 'Disallow: /\nUser-agent: other\nDisallow: /b', '/a', true],
  ['a star stands for anything', 'User-agent: *\nDisallow: /*/print$', '/a/b/print', false],
  ['a dollar ends', 'User-agent: *\nDisallow: /*/print$', '/a/b/print?x', true],
  ['two stars', 'User-agent: *\nDisallow: /*a*b', '/x/a-then-b-more', false],
  ['a star before the end needs its own room', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
  [
    'letters beyond ASCII meet their encoding',
    'User-agent: *\nDisallow: /أخبار/',
    '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1',
    false,
  ],
  ['percent signs meet in either case', 'User-agent: *\nDisallow: /%d8%a3', '/%D8%A3', false],
  ['paths are case-sensitive', 'User-agent: *\nDisallow: /A', '/a', true],
  ['comments and carriage returns', 'User-agent: * # all\r\nDisallow: /a # not this\r\n', '/a', false],
  ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /a', '/a', false],
  ['misspelt keys and missing colons', 'useragent: *\ndisalow /a', '/a', false],
  ['an index page stands for its folder', 'User-agent: *\nDisallow: /\nAllow: /n/index.html', '/n/', true],
  ['the query is part of it', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
]

describe('robotsAllowed()', () => {
  test.each(CASES)('%s', (_, txt, path, allowed) => expect(robotsAllowed(txt, AGENT, at(path))).toBe(allowed))

  test('reads no more than its limit and answers hostile patterns at once', () => {
    expect(robotsAllowed('#' + 'x'.repeat(600_000) + '\nUser-agent: *\nDisallow: /', AGENT, at('/a'))).toBe(
      true,
    )
    expect(
      robotsAllowed(
        'User-agent: *\nDisallow: /' + '*a'.repeat(5000) + '$',
        AGENT,
        at('/' + 'a'.repeat(4000)),
      ),
    ).toBe(true)
  })
})

test('refusingPattern() names the pattern that refuses, and none where a longer one allows', () => {
  const txt = 'User-agent: *\nDisallow: /\nDisallow: /news/*/print\nAllow: /news/'
  expect(refusingPattern(txt, AGENT, at('/sport'))).toBe('/')
  expect(refusingPattern(txt, AGENT, at('/news/1/print'))).toBe('/news/*/print')
  expect(refusingPattern(txt, AGENT, at('/news/1'))).toBeUndefined()
})

test('crawlDelaySeconds() takes the longest of our group', () => {
  expect(crawlDelaySeconds('User-agent: *\nCrawl-delay: 10', AGENT)).toBe(10)
  expect(
    crawlDelaySeconds(
      'User-agent: *\nCrawl-delay: 10\n\nUser-agent: newsbraid\nCrawl-delay: 2.5\nDisallow: /x',
      AGENT,
    ),
  ).toBe(2.5)
  expect(crawlDelaySeconds('User-agent: *\nCrawl-delay: soon', AGENT)).toBeUndefined()
})

test('robotsSitemaps() lists them wherever they stand', () => {
  expect(
    robotsSitemaps(
      'Sitemap: https://a.example/s.xml\nUser-agent: x\nDisallow: /\nsitemap: https://a.example/n.xml',
    ),
  ).toEqual(['https://a.example/s.xml', 'https://a.example/n.xml'])
})
