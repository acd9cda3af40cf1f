import { ArticleList, EventList, Pipeline } from '@newsbraid/model'
import { until } from './until.ts'

async function ask<T>(address: string, what: string, schema: { parse: (given: unknown) => T }): Promise<T> {
  const answer = await fetch(`${address}/api/v1/${what}`)
  if (!answer.ok) throw new Error(`Asked for "${what}": ${answer.status} ${await answer.text()}`)
  return schema.parse(await answer.json())
}

/** Which articles stand together: each event as the sorted articles in it, named by outlet and path. */
export async function partitionOf(address: string): Promise<string[][]> {
  const events = new Map<string, string[]>()
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await ask(address, `articles?limit=100${cursor ? `&cursor=${cursor}` : ''}`, ArticleList)
    for (const { eventId = 'none', source, url } of page.items) {
      const { pathname, search } = new URL(url)
      events.set(eventId, [
        ...(events.get(eventId) ?? []),
        `${source.name} ${decodeURIComponent(pathname)}${search}`,
      ])
    }
    cursor = page.nextCursor
  }
  return [...events.values()].map((articles) => articles.sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

export const eventsOf = async (address: string) => (await ask(address, 'events?limit=100', EventList)).items

/** Waits until all that is out is placed and nothing is left to do. */
export async function placed(address: string, articles: number, limitMs: number): Promise<void> {
  let stand = ''
  const look = async () => {
    const pipeline = await ask(address, 'pipeline', Pipeline)
    stand = JSON.stringify(pipeline)
    return pipeline.idle && pipeline.articles.placed >= articles
  }
  await until(
    `${articles} articles are placed at ${address}`,
    limitMs,
    // A busy server may cut an idle connection in the moment it is used again
    () => look().catch((error: unknown) => ((stand = String(error)), false as const)),
    () => stand,
    1000,
  )
}

/** Title and text of every article by its address without the origin, in order of address: what events are made of. */
export async function textsOf(address: string): Promise<[path: string, title: string, text: string][]> {
  const texts: [string, string, string][] = []
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await ask(address, `articles?limit=100${cursor ? `&cursor=${cursor}` : ''}`, ArticleList)
    for (const { url, title, text } of page.items) {
      const { pathname, search } = new URL(url)
      texts.push([pathname + search, title, text])
    }
    cursor = page.nextCursor
  }
  return texts.sort(([a], [b]) => (a < b ? -1 : 1))
}
