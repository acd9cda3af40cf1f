// Lets the events bench drive libs/events; entities come from libs/entities when it is built.
import fs from 'node:fs'
import { createClusterer, featuresOf, NearDuplicates } from '../../../libs/events/dist/index.js'

const built = new URL('../../../libs/entities/dist/index.js', import.meta.url)
const entities = fs.existsSync(built) ? await import(built.href) : {}

/** What extraction would hand over with an article: its entities with the keys they are known by. */
function entitiesOf({ title, text, lang }) {
  if (typeof entities.extractMentions !== 'function' || process.env.NEWSBRAID_BENCH_ENTITIES === 'off')
    return undefined
  const { entities: found } = entities.extractMentions({ title, text, language: lang })
  return found
    .filter((e) => e.keys.length > 0)
    .map((e) => ({
      id: `${e.type}:${e.keys[0]}`,
      type: e.type,
      name: e.name,
      keys: e.keys,
      weight: e.weight,
    }))
}

export function create() {
  let next = 0
  const clusterer = createClusterer({ newId: () => `event-${next++}` })
  const eventOf = new Map(),
    members = new Map()
  let considered = []
  const put = (articleId, eventId) => {
    members.get(eventOf.get(articleId))?.delete(articleId)
    eventOf.set(articleId, eventId)
    ;(members.get(eventId) ?? members.set(eventId, new Set()).get(eventId)).add(articleId)
  }
  const apply = (changes) => {
    for (const change of changes)
      if (change.kind === 'move') put(change.articleId, change.to)
      else for (const id of [...(members.get(change.from) ?? [])]) put(id, change.into)
  }
  return {
    add(article) {
      const placed = clusterer.place(featuresOf({ ...article, entities: entitiesOf(article) }))
      apply(placed.changes)
      considered = placed.considered.map((c) => [...(members.get(c.eventId) ?? [])])
      put(placed.articleId, placed.eventId)
      return placed.eventId
    },
    assignments() {
      apply(clusterer.settle())
      return eventOf
    },
    lastCandidates: () => considered,
  }
}

export function nearDuplicates() {
  const groups = new NearDuplicates()
  return { add: (article) => groups.add(featuresOf(article)), assignments: () => groups.groups() }
}
