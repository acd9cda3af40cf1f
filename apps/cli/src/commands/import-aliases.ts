import { WIKIDATA_TYPES } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import { InvalidArgumentError } from 'commander'
import { openAliasFile } from '../read-alias-file.ts'
import { print, printJson, progress, withStore } from '../with-store.ts'
import { userName } from './user-name.ts'

type Options = { json?: boolean; by?: string; class: Record<string, EntityType> }

/** Makes the names of a file known; nothing is written when a line of it can't be read. */
export async function importAliases(
  file: string,
  { json, by = userName(), class: more }: Options,
): Promise<void> {
  const classes = { ...WIKIDATA_TYPES, ...more }
  const opened = await openAliasFile(file, { classes, onLines: (lines) => progress(`${lines} lines read`) })
  await withStore(async (store) => {
    const told = await store.importAliases(
      opened.read(),
      { by },
      {
        isAmbiguous: opened.isAmbiguous,
        onProgress: ({ entries }) => progress(`${entries} of ${opened.entries} entries imported`),
      },
    )
    if (json) printJson({ ...told, lines: opened.lines })
    else
      print(
        `Imported ${told.names} names of ${told.entries} entities from ${opened.lines} lines`,
        `  ${told.created} were new, ${told.merged} were merged, ${told.ambiguous} names are borne by several and join nobody`,
        `  To take it back: newsbraid entities undo ${told.batch}`,
      )
  })
}

/** Reads `Q33506=organisation` and adds it to those given before. */
export function classOf(value: string, before: Record<string, EntityType>): Record<string, EntityType> {
  const [, id, type] = /^(Q[1-9]\d*)=(person|organisation|place)$/.exec(value) ?? []
  if (id === undefined) throw new InvalidArgumentError('It is not like "Q33506=organisation".')
  return { ...before, [id]: type as EntityType }
}
