import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { filledStore, testApi } from '../fixtures/test-api.ts'
import { pipelineRoutes } from './pipeline-routes.ts'

test('articles are listed, paged, searched, shown and explained', async () => {
  const { app } = testApi()
  const first = await request(app).get('/api/v1/articles?limit=3').expect(200)
  const empty = await request(app).get('/api/v1/articles?limit=3&cursor=').expect(200)
  expect(empty.body).toEqual(first.body)
  const second = await request(app)
    .get(`/api/v1/articles?limit=3&cursor=${first.body.nextCursor}`)
    .expect(200)
  expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(
    [5, 4, 3, 2, 1].map((n) => ulidOf('A', n)),
  )
  const found = await request(app).get('/api/v1/articles?q=Ferry%204').expect(200)
  expect(found.body.total).toBe(1)
  await request(app)
    .get(`/api/v1/articles/${ulidOf('A', 2)}`)
    .expect(200)
  const why = await request(app)
    .get(`/api/v1/articles/${ulidOf('A', 2)}/why`)
    .expect(200)
  expect(why.body.eventId).toBe(ulidOf('E', 2))
})

test('a block is marked for a site, listed, and taken back', async () => {
  const { app } = testApi()
  const blocks = `/api/v1/articles/${ulidOf('A', 2)}/blocks`
  const said = await request(app).post(blocks).send({ text: 'Follow us', verdict: 'drop' }).expect(201)
  expect(said.body).toMatchObject({ host: 'gazette.example', text: 'Follow us', verdict: 'drop' })
  const listed = await request(app).get('/api/v1/block-marks?host=gazette.example').expect(200)
  expect(listed.body.items).toEqual([said.body])
  expect((await request(app).get('/api/v1/block-marks?host=b.example')).body.items).toEqual([])
  await request(app).delete(`/api/v1/block-marks/${said.body.id}`).expect(200)
  await request(app).delete(`/api/v1/block-marks/${said.body.id}`).expect(404)
  await request(app).post(blocks).send({ text: '12:30', verdict: 'drop' }).expect(422)
  await request(app).post(blocks).send({ text: 'Follow us', verdict: 'burn' }).expect(400)
  await request(app).post('/api/v1/articles/none/blocks').send({ text: 'a', verdict: 'keep' }).expect(404)
})

test('entities are listed and shown; one that was merged moves on', async () => {
  const { app, store } = testApi()
  const { body } = await request(app).get('/api/v1/entities?type=place').expect(200)
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([ulidOf('N', 2), ulidOf('N', 1)])
  await request(app)
    .get(`/api/v1/entities/${ulidOf('N', 1)}`)
    .expect(200)
  Object.assign(store.entityRows[0] ?? {}, { mergedInto: ulidOf('N', 2) })
  const { headers } = await request(app)
    .get(`/api/v1/entities/${ulidOf('N', 1)}`)
    .expect(308)
  expect(headers['location']).toBe(`/api/v1/entities/${ulidOf('N', 2)}`)
  await request(app).get('/api/v1/entities?type=robot').expect(400)
})

test('a source is added, changed, polled, and removed', async () => {
  const { app } = testApi()
  const added = await request(app)
    .post('/api/v1/sources')
    .send({ feedUrl: 'https://a.example/feed', name: 'A' })
    .expect(201)
  const url = added.headers['location'] ?? ''
  expect(url).toBe(`/api/v1/sources/${added.body.id}`)
  const changed = await request(app).patch(url).send({ name: 'B', state: 'paused' }).expect(200)
  expect(changed.body).toMatchObject({ name: 'B', state: 'paused' })
  await request(app).patch(url).send({}).expect(400)
  await request(app).patch(url).send({ state: 'gone' }).expect(400)
  await request(app).post(`${url}/poll`).expect(202)
  const soon = await request(app).post(`${url}/poll`).expect(429)
  expect(soon.headers['retry-after']).toBe('8')
  await request(app).delete(url).expect(204)
  await request(app).delete(url).expect(404)
  await request(app).get(url).expect(404)
})

test('a source is deleted with its articles when asked to, after saying in numbers what goes', async () => {
  const { app, store } = testApi()
  const { id } = store.sourceRows[0]!
  store.articleRows[0]!.source.id = id
  const at = `/api/v1/sources/${id}`
  const mine = store.articleRows.filter(({ source }) => source.id === id).length
  expect(mine).toBeGreaterThan(0)
  const told = await request(app).get(`${at}/removal`).expect(200)
  expect(told.body).toMatchObject({ articles: mine })
  await request(app).delete(`${at}?articles=some`).expect(400)
  const removed = await request(app).delete(`${at}?articles=delete`).expect(200)
  expect(removed.body).toMatchObject({ articles: mine, done: true })
  expect(store.articleRows.some(({ source }) => source.id === id)).toBe(false)
  await request(app).delete(`${at}?articles=delete`).expect(404)
  await request(app).get(`${at}/removal`).expect(404)
})

test('folders of an OPML file are kept, and what is no OPML is quoted', async () => {
  const { app, store } = testApi()
  const post = (text: string) =>
    request(app).post('/api/v1/opml').set('Content-Type', 'text/x-opml').send(text)
  const feed = '<outline type="rss" text="Mina" xmlUrl="https://mina.example/feed"/>'
  await post(
    `<opml version="2.0"><body><outline text="News"><outline text="الشمال">${feed}</outline></outline></body></opml>`,
  ).expect(200)
  expect(store.sourceRows.at(-1)).toMatchObject({ name: 'Mina', folder: ['News', 'الشمال'] })
  const exported = await request(app).get('/api/v1/opml').buffer(true).parse(asText)
  expect(String(exported.body)).toContain('الشمال')
  const { body } = await post('<html><body>Not found</body></html>').expect(400)
  expect(body.detail).toContain('it begins "<html><body>Not found')
})

test('the sources go out as OPML and come back in, once', async () => {
  const { app, store } = testApi()
  const { body: text, headers } = await request(app)
    .get('/api/v1/opml')
    .buffer(true)
    .parse(asText)
    .expect(200)
  expect(headers['content-type']).toBe('text/x-opml; charset=utf-8')
  const other = testApi()
  other.store.sourceRows = []
  const post = () =>
    request(other.app).post('/api/v1/opml').set('Content-Type', 'text/x-opml').send(String(text))
  expect((await post().expect(200)).body).toEqual({ added: 2, known: 0, refused: [] })
  expect((await post().expect(200)).body).toEqual({ added: 0, known: 2, refused: [] })
  expect(other.store.sourceRows.map(({ name }) => name)).toEqual(store.sourceRows.map(({ name }) => name))
})

test('OPML import names the addresses it cannot take, and refuses what is no OPML', async () => {
  const { app, store } = testApi()
  const opml = `<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/feed" htmlUrl="javascript:alert(1)"/>
    <outline type="rss" text="B" xmlUrl="file:///etc/passwd"/></body></opml>`
  const { body } = await request(app)
    .post('/api/v1/opml')
    .set('Content-Type', 'text/xml')
    .send(opml)
    .expect(200)
  expect(body).toEqual({ added: 1, known: 0, refused: ['file:///etc/passwd'] })
  expect(store.sourceRows.at(-1)).toMatchObject({ name: 'A', feedUrl: 'https://a.example/feed' })
  await request(app).post('/api/v1/opml').set('Content-Type', 'text/xml').send('<html></html>').expect(400)
  await request(app).post('/api/v1/opml').set('Content-Type', 'application/json').send('{}').expect(415)
})

test('a known feed is a conflict', async () => {
  const { body } = await request(testApi().app)
    .post('/api/v1/sources')
    .send({ feedUrl: 'https://feeds.example/1.xml' })
    .expect(409)
  expect(body.detail).toContain('https://feeds.example/1.xml')
})

test('an address with a user name or of another kind is no feed', async () => {
  for (const feedUrl of [
    'http://user:pw@a.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'feed',
    '',
    'http://',
  ])
    await request(testApi().app).post('/api/v1/sources').send({ feedUrl }).expect(400)
})

test('ingest takes an address, HTML or text, as JSON or as it is', async () => {
  const { app, store } = testApi()
  const post = (body: object) => request(app).post('/api/v1/ingest').send(body)
  await post({ url: 'https://a.example/1' }).expect(202)
  await post({ html: '<p>x</p>', url: 'https://a.example/2' }).expect(202)
  await post({ text: 'x', title: 'T' }).expect(202)
  await request(app)
    .post('/api/v1/ingest?url=https://a.example/3')
    .set('Content-Type', 'text/html')
    .send('<p>y</p>')
    .expect(202)
  const arabic = request(app).post('/api/v1/ingest').set('Content-Type', 'text/plain; charset=windows-1256')
  arabic.write(Buffer.from([0xe3, 0xed, 0xe4, 0xc7, 0xc1]))
  expect((await arabic).status).toBe(202)
  expect(store.ingested).toEqual([
    { kind: 'url', url: 'https://a.example/1' },
    { kind: 'body', body: '<p>x</p>', contentType: 'text/html', url: 'https://a.example/2' },
    { kind: 'body', body: 'x', contentType: 'text/plain', title: 'T' },
    { kind: 'body', body: '<p>y</p>', contentType: 'text/html', url: 'https://a.example/3' },
    { kind: 'body', body: 'ميناء', contentType: 'text/plain' },
  ])
})

test('ingest answers 201 with the article, 202 with the way to it, 422 with why not', async () => {
  const { app, store } = testApi()
  const post = () => request(app).post('/api/v1/ingest').send({ url: 'https://gazette.example/new' })
  const pending = await post().expect(202)
  expect(pending.headers['location']).toBe('/api/v1/pipeline/trace?url=https%3A%2F%2Fgazette.example%2Fnew')
  const article = { id: ulidOf('A', 1), title: 'T', text: 'x', language: 'en' }
  store.ingestEnd = { end: 'placed', ingested: { article, entities: [], event: { id: ulidOf('E', 1) } } }
  const placed = await post().expect(201)
  expect(placed.headers['location']).toBe(`/api/v1/articles/${ulidOf('A', 1)}`)
  store.ingestEnd = {
    end: 'ended',
    url: 'https://gazette.example/new',
    stage: 'clean-page',
    outcome: 'too-short',
  }
  const ended = await post().expect(422)
  expect(ended.body).toMatchObject({ stage: 'clean-page', outcome: 'too-short', status: 422 })
  await request(app).post('/api/v1/ingest').expect(400)
  const wrong = await request(app).post('/api/v1/ingest').send({ url: 'ftp://a.example/1' }).expect(400)
  expect(wrong.body.detail).toContain('ftp://a.example/1')
  const extra = await request(app)
    .post('/api/v1/ingest')
    .send({ url: 'https://a.example/1', depth: 3 })
    .expect(400)
  expect(extra.body.detail).toContain('depth')
  await request(app).post('/api/v1/ingest').send({ url: 'x', html: 'y' }).expect(400)
  await request(app).post('/api/v1/ingest').set('Content-Type', 'text/html').send('  ').expect(400)
})

test('the pipeline shows its queues, and is idle only when they are', async () => {
  const counts = { wait: 2, prioritized: 1, active: 0, delayed: 4, failed: 5 }
  const routes = pipelineRoutes(filledStore(), [{ name: 'fetch', getJobCounts: async () => counts }])
  const answer = async () => {
    const route = routes.find(({ path }) => path === '/pipeline')
    return route?.handle({ id: '', query: {}, body: undefined, baseUrl: '', header: () => undefined })
  }
  const queues = [{ name: 'fetch', waiting: 3, active: 0, delayed: 4, failed: 5 }]
  expect(await answer()).toMatchObject({ json: { queues, idle: false, events: 6, articles: { placed: 5 } } })
  Object.assign(counts, { wait: 0, prioritized: 0 })
  expect(await answer()).toMatchObject({ json: { idle: true } })
  await request(testApi().app).get('/api/v1/pipeline').expect(200)
})

test('a trace tells where an address is', async () => {
  const url = 'https://gazette.example/ferry-1?a=1&b=2'
  const { body } = await request(testApi().app).get('/api/v1/pipeline/trace').query({ url }).expect(200)
  expect(body.canonicalUrl).toBe(url)
})

test('quarantined items are listed and replayed', async () => {
  const { app } = testApi()
  const { body } = await request(app).get('/api/v1/quarantine?stage=fetch-page&limit=1').expect(200)
  expect(body).toMatchObject({ total: 2, items: [{ id: 'fetch-page.2', reason: 'Cannot decode gzip' }] })
  await request(app).post('/api/v1/quarantine/fetch-page.2/replay').expect(202)
  await request(app).post('/api/v1/quarantine/fetch-page.2/replay').expect(404)
  await request(app).post('/api/v1/quarantine/%3Cx%3E/replay').expect(404)
})

test('health: alive even when the store is not; ready only when all is', async () => {
  const { app, store } = testApi()
  await request(app).get('/readyz').expect(200)
  store.isUp = false
  await request(app).get('/readyz').expect(503)
  await request(app).get('/healthz').expect(200)
  await request(testApi({ isReady: () => false }).app)
    .get('/readyz')
    .expect(503)
})

test('/metrics is Prometheus text', async () => {
  const { text, headers } = await request(testApi().app).get('/metrics').expect(200)
  expect(headers['content-type']).toMatch(/^text\/plain/)
  expect(text).toContain('up 1')
})

/** Superagent reads types it doesn't know as bytes. */
function asText(res: request.Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = []
  // It is the stream as well, which its type doesn't say
  const stream = res as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')))
}
