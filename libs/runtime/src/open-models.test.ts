import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { extractMentions, wholeText } from '@newsbraid/entities'
import { openEmbedder, openTagger } from './open-models.ts'

const article = {
  id: 'a',
  language: 'en',
  title: 'Ferry stays in port',
  text: 'Captain Zyxwa Qorlo spoke in Berlin. Qorlo left.',
}
const requests: { url: string; authorization: string | undefined; body: Record<string, unknown> }[] = []
const outcomes: string[] = []
const warnings: string[] = []
const closers: (() => Promise<void>)[] = []
let answer: (response: http.ServerResponse) => void
let origin = ''
const server = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
    requests.push({ url: request.url ?? '', authorization: request.headers.authorization, body })
    answer(response)
  })
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const close of closers) await close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})
beforeEach(() => void [requests, outcomes, warnings].forEach((list) => list.splice(0)))

const open = (kind: 'chat' | 'tokens', path: string, timeoutMs = 5000) => {
  const logger = { warn: ({ err }: { err: Error }) => void warnings.push(err.message) }
  const told = {
    userAgent: 'Newsbraid/0.1',
    logger: logger as never,
    asked: (model: string, outcome: string) => void outcomes.push(`${model} ${outcome}`),
  }
  const served = { kind, url: origin + path, model: 'names-1', key: 'secret', timeoutMs }
  const [tagger, embedder] = [openTagger(served, told), openEmbedder(served, told)]
  closers.push(tagger.close, embedder.close)
  return { tag: tagger.ask, embed: embedder.ask }
}
const json = (value: unknown) => (response: http.ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const chat = (content: string) => json({ choices: [{ message: { role: 'assistant', content } }] })

test('a chat server on a private address is asked with the article, its model and key, and its names are taken', async () => {
  answer = chat('{"names":[{"text":"Zyxwa Qorlo","type":"person"},{"text":"Atlantis","type":"place"}]}')
  const given = await open('chat', '/v1').tag(article)
  expect(requests).toMatchObject([
    { url: '/v1/chat/completions', authorization: 'Bearer secret', body: { model: 'names-1' } },
  ])
  expect(JSON.stringify(requests[0]?.body)).toContain('Captain Zyxwa Qorlo')
  expect(extractMentions(article, given).mentions.map(({ surface }) => surface)).toEqual([
    'Zyxwa Qorlo',
    'Qorlo',
  ])
  expect(outcomes).toEqual(['names ok'])
})

test('a token-classification endpoint is asked at its own address', async () => {
  const start = wholeText(article).indexOf('Berlin')
  answer = json([{ entity_group: 'LOC', word: 'Berlin', start, end: start + 6, score: 0.99 }])
  const given = await open('tokens', '/models/ner').tag(article)
  expect(requests).toMatchObject([{ url: '/models/ner', body: { inputs: wholeText(article) } }])
  expect(given?.spans).toEqual([{ start, end: start + 6, type: 'place' }])
})

test('an error, nonsense, a redirect and silence fall back to the built-in tagger and are told; then the server rests', async () => {
  const cases: [(response: http.ServerResponse) => void, string][] = [
    [(response) => void response.writeHead(503).end('loading'), 'The model answered 503: "loading"'],
    [chat('I am only a model'), 'Cannot read JSON'],
    [(response) => void response.writeHead(307, { location: '/v2' }).end(), 'redirect'],
    [() => {}, 'Waited more than 200 ms'],
  ]
  for (const [say, message] of cases) {
    answer = say
    expect(await open('chat', '/v1', 200).tag(article)).toBeUndefined()
    expect(warnings.at(-1)).toContain(message)
  }
  expect(outcomes).toEqual(Array<string>(4).fill('names failed'))
  const { tag } = open('chat', '/v1', 200)
  answer = (response) => void response.writeHead(500).end()
  for (let n = 0; n < 5; n++) await tag(article)
  expect(outcomes.slice(4)).toEqual([
    ...Array<string>(3).fill('names failed'),
    ...Array<string>(2).fill('names resting'),
  ])
  expect(extractMentions(article, undefined).mentions.map(({ surface }) => surface)).toContain('Berlin')
})

test('an embedding is asked for with title and lead, and its numbers are taken', async () => {
  const numbers = Array.from({ length: 16 }, (_, n) => n / 16 - 0.5)
  answer = json({ data: [{ embedding: numbers }] })
  const { embed } = open('chat', '/v1')
  expect(await embed({ ...article, text: `${article.text} ${'x'.repeat(9000)}` })).toEqual(numbers)
  expect(requests).toMatchObject([
    { url: '/v1/embeddings', authorization: 'Bearer secret', body: { model: 'names-1' } },
  ])
  const { input } = requests[0]?.body as { input: string }
  expect(input.startsWith('Ferry stays in port\n\nCaptain')).toBe(true)
  expect(input.length).toBeLessThan(2000)
  expect(outcomes).toEqual(['embeddings ok'])
})

test('an answer without a usable embedding is told in words, and the article goes without', async () => {
  for (const [value, message] of [
    [{ error: 'loading' }, 'Cannot find "data[0].embedding" in the answer'],
    [{ data: [{ embedding: 'AAAA' }] }, 'Cannot find "data[0].embedding" in the answer'],
    [{ data: [{ embedding: [1, null, 2] }] }, 'Cannot use "null" as a number of an embedding'],
    [{ data: [{ embedding: [1, 2] }] }, 'Cannot use an embedding of 2 numbers'],
    [{ data: [{ embedding: Array(16).fill(0) }] }, 'Cannot use an embedding of zeros alone'],
  ] as const) {
    answer = json(value)
    expect(await open('chat', '/v1').embed(article)).toBeUndefined()
    expect(warnings.at(-1)).toContain(message)
  }
})
