import path from 'node:path'
import express, { type NextFunction, type Response, Router } from 'express'

/** The addresses of pages; each is the same document, which looks at its own address. */
const PAGES = [
  '/',
  '/events/:id',
  '/articles/:id',
  '/entities/:id',
  '/search',
  '/sources',
  '/pipeline',
  '/settings',
]
/** What programs ask for, and files */
const NOT_PAGES = /^\/(?:api|feeds|admin|docs)(?:\/|$)|\.\w+$/
/** A build writes the digest of the contents into the name: `main-1A2B3C4D.js` */
const HASHED = /[-.][A-Za-z0-9]{8,}\.\w+$/
const YEAR_SECONDS = 31_536_000

/** The built web pages: files by name, and index.html for each page's address. */
export function readerFiles(readerDir: string): Router {
  const router = Router({ caseSensitive: true })
  const root = path.resolve(readerDir)
  router.use(
    express.static(root, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (res, file) => {
        const kept = HASHED.test(path.basename(file))
          ? `public, max-age=${YEAR_SECONDS}, immutable`
          : 'no-cache'
        res.setHeader('Cache-Control', kept)
      },
    }),
  )
  const send = (res: Response, next: NextFunction) => {
    // The build of tomorrow has other file names, so the document is asked for each time
    res.sendFile(
      'index.html',
      { root, headers: { 'Cache-Control': 'no-cache' }, cacheControl: false },
      (error) => {
        if (error && !res.headersSent) next(error)
      },
    )
  }
  router.get(PAGES, (_req, res, next) => send(res, next))
  // Whoever mistypes a page's address in a browser gets the page that says so
  router.get('/*path', (req, res, next) => {
    if (NOT_PAGES.test(req.path) || !req.accepts('html') || req.accepts(['json', 'html']) !== 'html')
      return next()
    res.status(404)
    send(res, next)
  })
  return router
}
