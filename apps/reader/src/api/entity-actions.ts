import type { EntityDetail } from '@newsbraid/model'
import { send } from './request.ts'

const at = (id: string, action: string): string => `/entities/${encodeURIComponent(id)}/${action}`

/** Takes another entity into this one; answers with the entity as it then is. */
export const mergeEntities = (id: string, otherId: string): Promise<EntityDetail> =>
  send('POST', at(id, 'merge'), { with: [otherId] })

/** Makes an entity of its own of some spellings or articles; answers with what is left and with the new one. */
export const splitEntity = (
  id: string,
  parts: { spellings?: string[]; articles?: string[] },
): Promise<{ entity: EntityDetail; split: EntityDetail }> => send('POST', at(id, 'split'), parts)

/** Shows it under another name. */
export const renameEntity = (id: string, name: string): Promise<EntityDetail> =>
  send('POST', at(id, 'rename'), { name })

/** Makes another name of it known. */
export const aliasEntity = (id: string, alias: string): Promise<EntityDetail> =>
  send('POST', at(id, 'alias'), { alias })

/** Says that it is nobody; with spellings, that what is written so names nobody. */
export const notAName = (
  id: string,
  where: { spellings?: string[]; source?: string; article?: string },
): Promise<EntityDetail> => send('POST', at(id, 'not-a-name'), where)

/** Refuses a suggestion. */
export const notSame = (id: string, otherId: string): Promise<EntityDetail> =>
  send('POST', at(id, 'not-same'), { with: otherId })

/** Takes a correction back. */
export const undoCorrection = (id: string): Promise<unknown> =>
  send('POST', `/corrections/${encodeURIComponent(id)}/undo`, {})
