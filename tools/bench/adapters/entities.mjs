// Adapter of @newsbraid/entities for a scorer of mentions, ids, names and dates.
import { fileURLToPath } from 'node:url'
import * as entities from '../../../libs/entities/dist/index.js'

export const { sameEntity, resolveDate } = entities
export const modelFiles = ['models/', 'gazetteer/'].map((folder) =>
  fileURLToPath(new URL(`../../../libs/entities/${folder}`, import.meta.url)),
)

const TYPES = { person: 'PER', organisation: 'ORG', place: 'LOC' }
/** Entities of every text read so far, as a store would keep them. */
const known = []
const index = new Map()
const seen = new Map()

export function extract(text, lang) {
  const title = text.indexOf('\n')
  const { mentions, entities: found, others } = entities.extractFrom(text, lang, title > 0 ? title : 0)
  // The scorer asks again for texts it has shown, to take the time
  const ids = seen.get(text) ?? identify(found)
  seen.set(text, ids)
  const marked = mentions.map((m) => ({
    text: m.surface,
    type: TYPES[m.type],
    start: m.start,
    end: m.end,
    entityId: ids[m.entity],
  }))
  return [
    ...marked,
    ...others.map(({ start, end }) => ({ text: text.slice(start, end), type: 'MISC', start, end })),
  ]
}

function identify(found) {
  return entities.resolve(found, neighbours(found)).map(({ entity, id }) => {
    const { type, name, keys, blocks, language, spellings } = found[entity]
    let home = id && known[id]
    if (!home) {
      home = { id: String(known.length), type, name, keys: [], blocks: [], spellings: [], languages: [] }
      known.push(home)
    }
    const add = (list, values) => {
      for (const value of values) if (!list.includes(value)) list.push(value)
    }
    add(home.keys, keys)
    add(home.blocks, blocks)
    add(home.languages, [language])
    add(home.spellings, [name, ...spellings.map((s) => s.surface)])
    for (const handle of [...keys, ...blocks]) {
      const list = index.get(handle)
      if (!list) index.set(handle, [home])
      else if (!list.includes(home)) list.push(home)
    }
    return home.id
  })
}

/** What a store would hand over: the known entities that share a key or a block. */
const neighbours = (found) => [
  ...new Set(found.flatMap((e) => [...e.keys, ...e.blocks].flatMap((handle) => index.get(handle) ?? []))),
]
