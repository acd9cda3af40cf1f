import type { EventSummary } from '@newsbraid/model'
import { t } from '../../i18n/translate.ts'
import { EntityChips } from '../../parts/entity-link.tsx'

const MOST = 12

/** Who and what the listed events name most often. */
export function MostNamed({ events }: { events: readonly EventSummary[] }) {
  const named = new Map<string, { entity: EventSummary['entities'][number]; events: number }>()
  for (const event of events)
    for (const entity of event.entities) {
      const before = named.get(entity.id)
      named.set(entity.id, { entity, events: (before?.events ?? 0) + 1 })
    }
  const most = [...named.values()]
    .sort((a, b) => b.events - a.events || b.entity.weight - a.entity.weight)
    .slice(0, MOST)
  if (most.length === 0) return null
  return (
    <section class="side-box">
      <h2>{t('top.named')}</h2>
      <EntityChips entities={most.map(({ entity }) => entity)} most={MOST} />
    </section>
  )
}
