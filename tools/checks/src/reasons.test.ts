import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from './projects.ts'

const src = path.join(root, 'libs/boilerplate/src')
const sources = fs
  .readdirSync(src)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => [file, fs.readFileSync(path.join(src, file), 'utf8')] as const)
const code = (file: string): string => sources.find(([name]) => name === file)?.[1] ?? ''
const literals = (text: string): string[] =>
  [...text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((m) => m[1] ?? '')

/** Names that a class gives an element, from the union of them, and what the code writes down beside `reason` or hands to `drop()`. */
function reasons(): Set<string> {
  const found = new Set(
    literals(/export type Hint =([\s|'\w-]+)\n\n/.exec(code('class-hints.ts'))?.[1] ?? ''),
  )
  for (const [, text] of sources)
    for (const [written] of text.matchAll(
      /\breason: '[^']*'|\bdrop\((?:\w+, )?[^,()]*|\breason\[\w+\](?:, evidence\[\w+\]\])? = \[?[^\],]*|\?\? 'outside-body'/g,
    ))
      for (const literal of literals(written)) found.add(literal)
  return found
}

test('every reason for which a block is dropped has words in both languages of the pages', () => {
  const all = [...reasons()].sort()
  expect(all).toEqual(
    expect.arrayContaining(['inline-related', 'outside-body', 'paywall', 'subscribe', 'section-label']),
  )
  for (const file of ['en-words.ts', 'ar-words.ts']) {
    const words = fs.readFileSync(path.join(root, 'apps/reader/src/i18n', file), 'utf8')
    expect(all.filter((reason) => !words.includes(`'reason.${reason}':`))).toEqual([])
  }
})

test('every signal that speaks for or against an event has words in both languages of the pages', () => {
  const events = path.join(root, 'libs/events/src')
  const texts = fs
    .readdirSync(events, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => fs.readFileSync(path.join(events, file), 'utf8'))
    .join('\n')
  const table = /SIGNAL_NAMES[^{]*\{([^}]*)\}/.exec(texts)?.[1] ?? ''
  const told = [...texts.matchAll(/signal: ('[^']*')/g)].flatMap(([, name]) => literals(name ?? ''))
  const all = [...new Set([...literals(table), ...told])].sort()
  expect(all).toEqual(expect.arrayContaining(['same-text', 'embedding', 'shared-name']))
  for (const file of ['en-words.ts', 'ar-words.ts']) {
    const words = fs.readFileSync(path.join(root, 'apps/reader/src/i18n', file), 'utf8')
    expect(all.filter((signal) => !words.includes(`'signal.${signal}':`))).toEqual([])
  }
})
