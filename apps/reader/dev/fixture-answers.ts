import { type EventDetail, Problem } from '@newsbraid/model'

export type Schema = { parse: (value: unknown) => unknown }
export type Asked = { method: string; path: string; query: URLSearchParams; body: string }
export type Answered = { status: number; json?: unknown; text?: string; type?: string; location?: string }

/** An answer that has passed its schema. */
export function checked(schema: Schema, value: unknown): Answered {
  return { status: 200, json: schema.parse(value) }
}

/** A refusal in words. */
export function problem(status: number, title: string, detail: string): Answered {
  return {
    status,
    type: 'application/problem+json',
    json: Problem.parse({ type: 'about:blank', title, status, detail }),
  }
}

/** A page of a list; a cursor is the place to go on from. */
export function list(schema: Schema, items: readonly unknown[], query: URLSearchParams): Answered {
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 50)
  const rest = to < items.length ? { nextCursor: String(to) } : {}
  return checked(schema, { items: items.slice(from, to), total: items.length, ...rest })
}

type Filtered = {
  title: string | { text: string }
  lang?: string
  languages?: string[]
  independentSourceCount?: number
  summary?: string
  text?: string
  source?: { id: string }
  sources?: { id: string }[]
}

/** Whether an event or an article passes the filters of a list. */
export function matches(item: Filtered, query: URLSearchParams): boolean {
  const title = typeof item.title === 'string' ? item.title : item.title.text
  const words = `${title} ${item.summary ?? ''} ${item.text ?? ''}`.toLowerCase()
  const lang = query.get('lang')
  const source = query.get('source')
  return (
    words.includes((query.get('q') ?? '').toLowerCase()) &&
    (!lang || item.lang === lang || (item.languages ?? []).includes(lang)) &&
    (!source ||
      [...(item.sources ?? []), ...(item.source ? [item.source] : [])].some(({ id }) => id === source)) &&
    (item.independentSourceCount ?? 99) >= Number(query.get('minSources') ?? 0)
  )
}

/** Most independent sources first, or the latest development when an order is asked for. */
export const byOrder =
  (query: URLSearchParams) =>
  (a: EventDetail, b: EventDetail): number =>
    (query.get('sort') ? 0 : b.independentSourceCount - a.independentSourceCount) ||
    b.lastDevelopment.localeCompare(a.lastDevelopment)
