import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createFixtureApi } from './fixture-api.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
/** As strict as the real service: nothing inline, nothing from elsewhere but pictures. */
const POLICY =
  "default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; img-src 'self' data: https: http:"

export type FixtureServer = { url: string; tell: (kind: string) => void; close: () => Promise<void> }

/** Serves the built pages of `folder` and the invented news; `port` 0 takes any free one. */
export async function startFixtureServer(folder: string, port = 0): Promise<FixtureServer> {
  const api = createFixtureApi(Date.now())
  const streams = new Set<http.ServerResponse>()
  const server = http.createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({ type: 'about:blank', title: 'Fixture failed', status: 500, detail: String(error) }),
      )
    })
  })

  async function handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fixture')
    if (url.pathname === '/api/v1/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 3000\n\n')
      streams.add(response)
      response.on('close', () => streams.delete(response))
    } else if (url.pathname.startsWith('/api/v1/')) {
      const body = await textOf(request)
      const asked = {
        method: request.method ?? 'GET',
        path: url.pathname.slice('/api/v1'.length),
        query: url.searchParams,
        body,
      }
      const { status, json, text, type = 'application/json', location } = api(asked)
      response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) })
      response.end(text ?? (json === undefined ? '' : JSON.stringify(json)))
    } else await page(url.pathname, response)
  }

  async function page(pathname: string, response: http.ServerResponse): Promise<void> {
    const wanted = path.join(folder, path.normalize(decodeURIComponent(pathname)))
    const isFile = await fs.stat(wanted).then(
      (found) => found.isFile(),
      () => false,
    )
    const file = isFile ? wanted : path.join(folder, 'index.html')
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    response.end(await fs.readFile(file))
  }

  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    tell: (kind) => streams.forEach((stream) => stream.write(`event: ${kind}\ndata: {}\n\n`)),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
