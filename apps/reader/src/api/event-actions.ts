import type { EventChoice, EventDetail } from '@newsbraid/model'
import { send } from './request.ts'

const at = (id: string, action: string): string => `/events/${encodeURIComponent(id)}/${action}`

/** Takes another event into this one; answers with the event as it then is. */
export function mergeEvents(id: string, otherId: string): Promise<EventDetail> {
  return send('POST', at(id, 'merge'), { with: [otherId] })
}

/** Follows or mutes an event, or takes that back; answers with the event as it then is. */
export function chooseEvent(id: string, choice: EventChoice, on: boolean): Promise<EventDetail> {
  return send('POST', at(id, choice === 'followed' ? 'follow' : 'mute'), { on })
}

/** Moves articles out into an event of their own; answers with what is left and with the new event. */
export function splitEvent(
  id: string,
  articleIds: string[],
): Promise<{ event: EventDetail; split: EventDetail }> {
  return send('POST', at(id, 'split'), { articles: articleIds })
}
