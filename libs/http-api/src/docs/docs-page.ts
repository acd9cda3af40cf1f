import { escapeXml as escape } from '../feeds/xml.ts'
import { PROBLEMS } from '../http/problem.ts'
import type { OpenApiDocument, Operation, Parameter } from '../openapi/openapi-document.ts'

/** The OpenAPI document as one readable page: no scripts, nothing from elsewhere. */
export function docsPage(document: OpenApiDocument): string {
  const sections = document.tags.map(({ name }) => sectionOf(document, name))
  const toc = document.tags.map(({ name }) => `<li><a href="#${escape(name)}">${escape(name)}</a></li>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Newsbraid API</title>
<link rel="stylesheet" href="/docs/docs.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><h1>Newsbraid API</h1><p>Version ${escape(document.info.version)} · <a href="/openapi.json">openapi.json</a> · <a href="/">pages</a></p></header>
<nav><ul>${toc.join('')}<li><a href="#Feeds">Feeds</a></li><li><a href="#Problems">Problems</a></li></ul></nav>
<main>
${INTRODUCTION}
${sections.join('\n')}
${FEEDS}
${problems()}
</main>
</body>
</html>
`
}

const INTRODUCTION = `<p>All addresses below stand behind <code>/api/v1</code>. Lists are <code>{items, nextCursor, total}</code>: give
<code>nextCursor</code> back as <code>?cursor=</code> for the next page. Answers carry an ETag; send it back in If-None-Match. A POST with an
<code>Idempotency-Key</code> is done once, however often it is sent. Where the server has API keys, send one as
<code>Authorization: Bearer KEY</code> or <code>X-Api-Key: KEY</code>; a feed takes it as <code>?key=KEY</code> too. Where it has an admin
password, writing needs a key or that password (as <code>Authorization: Basic</code>, under any name).</p>`

const FEEDS = `<section id="Feeds"><h2>Feeds</h2><p>Each view is a feed in three formats, with <code>.atom</code>, <code>.rss</code> or
<code>.json</code> at the end: <code>/feeds/top</code>, <code>/feeds/languages/ar</code>, <code>/feeds/entities/ID</code>,
<code>/feeds/sources/ID</code>, <code>/feeds/events/ID</code>; with <code>?q=</code>, <code>?lang=</code>, <code>?minSources=</code> and the other
filters of <code>/events</code>. An entry is an event; it moves up when there is a development, not when a copy arrives.</p></section>`

function problems(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([kind, { status, title }]) =>
      `<tr id="${kind}"><td><code>${kind}</code></td><td>${status}</td><td>${title}</td></tr>`,
  )
  return `<section id="Problems"><h2>Problems</h2><p>Errors are <code>application/problem+json</code> (RFC 9457); <code>detail</code> quotes what was
wrong.</p><table><tr><th>type</th><th>status</th><th>title</th></tr>${rows.join('')}</table></section>`
}

function sectionOf(document: OpenApiDocument, tag: string): string {
  const parts: string[] = []
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations))
      if (operation.tags.includes(tag)) parts.push(operationHtml(method, path, operation))
  return `<section id="${escape(tag)}"><h2>${escape(tag)}</h2>${parts.join('')}</section>`
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const rows = (operation.parameters ?? []).map(parameterRow)
  const parameters =
    rows.length === 0 ? '' : `<table><tr><th>parameter</th><th>in</th><th></th></tr>${rows.join('')}</table>`
  const bodies = Object.keys(operation.requestBody?.content ?? {}).map(
    (type) => `<code>${escape(type)}</code>`,
  )
  const body = bodies.length === 0 ? '' : `<p>Body: ${bodies.join(', ')}</p>`
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => `<li><code>${escape(status)}</code> ${escape(describe(answer))}</li>`,
  )
  const more = operation.description === undefined ? '' : `<p>${escape(operation.description)}</p>`
  return `<article id="${escape(operation.operationId)}"><h3><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(operation.summary)}</p>${more}${parameters}${body}<ul>${answers.join('')}</ul></article>`
}

const parameterRow = ({ name, in: place, description = '', required }: Parameter): string =>
  `<tr><td><code>${escape(name)}</code>${required ? ' *' : ''}</td><td>${escape(place)}</td><td>${escape(description)}</td></tr>`

const describe = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'description' in answer ? String(answer.description) : ''
