import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openAliasFile } from './read-alias-file.ts'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-names-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))

const fileOf = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}
const item = (id: string, en: string, alias: string) =>
  JSON.stringify({ id, labels: { en }, aliases: { en: [alias] }, P31: ['Q5'] })
const all = async <T>(entries: AsyncIterable<T>) => {
  const list: T[] = []
  for await (const entry of entries) list.push(entry)
  return list
}

test('a file of entity documents is read, packed or not, and names that two of them claim are told', async () => {
  const text = [
    '[',
    `${item('Q1', 'Sven Halder', 'The Mayor')},`,
    item('Q2', 'Inga Torp', 'the  mayor'),
    ']',
  ].join('\n')
  for (const file of [fileOf('a.jsonl', text), fileOf('b.json.gz', zlib.gzipSync(text))]) {
    const opened = await openAliasFile(file)
    expect(opened).toMatchObject({ lines: 4, entries: 2 })
    expect((await all(opened.read())).map(({ wikidata }) => wikidata)).toEqual(['Q1', 'Q2'])
    expect(opened.isAmbiguous('person', 'THE MAYOR')).toBe(true)
    expect(opened.isAmbiguous('place', 'THE MAYOR')).toBe(false)
    expect(opened.isAmbiguous('person', 'Inga Torp')).toBe(false)
  }
})

test('a line that cannot be read is quoted with its number, and nothing of the file is taken', async () => {
  const broken = fileOf('broken.jsonl', `${item('Q1', 'Sven Halder', 'S')}\n{"id":"Q2",\n`)
  await expect(openAliasFile(broken)).rejects.toThrow(
    `Cannot read line 2 of "${broken}": "{\\"id\\":\\"Q2\\","`,
  )
  const table = fileOf('names.csv', 'canonical,type,alias\nSven Halder,human,S\n')
  await expect(openAliasFile(table)).rejects.toMatchObject({
    message: `Cannot read line 2 of "${table}": "Sven Halder,human,S"`,
    cause: { message: 'Cannot take "human" for a type: person, organisation or place' },
  })
  await expect(openAliasFile(path.join(folder, 'none.csv'))).rejects.toThrow('ENOENT')
})

test('a table gives one entry for all rows of an entity', async () => {
  const rows = [
    'canonical\ttype\talias\tlang',
    'Sven Halder\tperson\tالعمدة\tar',
    'Sven Halder\tperson\tSwen\t',
  ]
  const opened = await openAliasFile(fileOf('names.tsv', rows.join('\n')))
  expect(await all(opened.read())).toMatchObject([
    { name: 'Sven Halder', names: [{ name: 'العمدة', language: 'ar' }, { name: 'Swen' }] },
  ])
})
