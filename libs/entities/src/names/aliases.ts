import type { EntityType } from '@newsbraid/model'
import { fold } from '@newsbraid/text'
import { aliases } from '../../gazetteer/aliases.js'

let table: Map<string, string> | undefined
/** Key of a well-known place or organisation under any of its names in the alias table (see tools/train-entities). */
export function aliasKey(name: string, type: EntityType): string | undefined {
  if (!table) {
    table = new Map()
    for (const line of aliases.split('\n')) {
      const [, kind = '', key = '', names = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? []
      for (const spelling of names.split('|')) table.set(`${kind} ${fold(spelling).replace(/\./g, '')}`, key)
    }
  }
  return table.get(`${type} ${fold(name).replace(/\./g, '').replace(/\s+/g, ' ').trim()}`)
}
