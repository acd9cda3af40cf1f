import { raw, type Request, type RequestHandler, type Response, Router } from 'express'
import type { Gatekeeper } from '../security/gatekeeper.ts'
import { baseUrlOf } from './base-url.ts'
import type { Idempotency } from './idempotency.ts'
import { pathParam } from './path-param.ts'
import { readBody, readQuery } from './read-request.ts'
import type { Answer, ApiRoute } from './route.ts'
import { wrongMethod } from './wrong-method.ts'

const DEFAULT_MAX_BODY_BYTES = 64 * 1024

/** An Express router that serves the declared routes, and answers 405 where only the method is wrong. */
export function mountRoutes(
  routes: readonly ApiRoute[],
  gatekeeper: Gatekeeper,
  idempotency: Idempotency,
  publicUrl: string | undefined,
): Router {
  const router = Router({ caseSensitive: true })
  const read = gatekeeper.read()
  for (const [path, group] of byPath(routes)) {
    const expressPath = path.replace(/\{(\w+)\}/g, ':$1')
    for (const route of group) {
      const body = raw({ type: () => true, limit: route.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES })
      const serve: RequestHandler = (req, res) => serveRoute(route, req, res, idempotency, publicUrl)
      if (route.method === 'get') router.get(expressPath, read, serve)
      else router[route.method](expressPath, gatekeeper.write, body, serve)
    }
    const allow = group.map((route) => route.method.toUpperCase())
    if (allow.includes('GET')) allow.push('HEAD')
    router.all(expressPath, wrongMethod([...allow, 'OPTIONS'].join(', ')))
  }
  return router
}

function byPath(routes: readonly ApiRoute[]): Map<string, ApiRoute[]> {
  const groups = new Map<string, ApiRoute[]>()
  for (const route of routes) groups.set(route.path, [...(groups.get(route.path) ?? []), route])
  // A word in the path goes before a parameter
  return new Map([...groups].sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{'))))
}

async function serveRoute(
  route: ApiRoute,
  req: Request,
  res: Response,
  idempotency: Idempotency,
  publicUrl: string | undefined,
): Promise<void> {
  const query = readQuery(route, req)
  const { body, text } = route.method === 'get' ? { body: undefined, text: undefined } : readBody(route, req)
  const run = () =>
    route.handle({
      id: pathParam(req, 'id'),
      query,
      body,
      text,
      baseUrl: baseUrlOf(req, publicUrl),
      header: (name) => req.get(name),
    })
  const answer = route.method === 'post' ? await idempotency(req, res, run) : await run()
  sendAnswer(req, res, answer)
}

function sendAnswer(req: Request, res: Response, answer: Answer): void {
  if ('take' in answer) return answer.take(req, res)
  res.status(answer.status ?? 200)
  // Kept by whoever asks, checked by ETag each time
  res.set({
    'Cache-Control': req.method === 'GET' || req.method === 'HEAD' ? 'no-cache' : 'no-store',
    ...answer.headers,
  })
  if ('json' in answer) {
    if (answer.json === undefined) res.end()
    else res.json(answer.json)
  } else res.type(answer.contentType).send(answer.text)
}
