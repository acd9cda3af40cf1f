import { Link } from 'wouter-preact'
import { wordsFor } from '../i18n/translate.ts'
import { OrganisationIcon, PersonIcon, PlaceIcon } from './icons.tsx'

export const entityHref = (id: string): string => `/entities/${encodeURIComponent(id)}`

const ICONS: Record<string, typeof PersonIcon> = {
  person: PersonIcon,
  place: PlaceIcon,
  organisation: OrganisationIcon,
}

/** The sign of a person, a place or an organisation, with its word for screen readers. */
export function EntityType({ type }: { type: string }) {
  const Sign = ICONS[type]
  return (
    <span class={`entity-type entity-${type}`} title={wordsFor('type', type)}>
      {Sign && <Sign />}
      <span class="unseen">{wordsFor('type', type)}</span>
    </span>
  )
}

/** A named person, place or organisation as a small link to its page. */
export function EntityChip({
  id,
  type,
  name,
  spellings,
}: {
  id: string
  type: string
  name: string
  spellings?: string[]
}) {
  const others = spellings?.filter((one) => one !== name) ?? []
  return (
    <Link
      href={entityHref(id)}
      className={`chip chip-${type}`}
      title={others.length > 0 ? others.join(' · ') : undefined}
    >
      <EntityType type={type} />
      <bdi>{name}</bdi>
    </Link>
  )
}

export function EntityChips({
  entities,
  most,
}: {
  entities: readonly { id: string; type: string; name: string; spellingsSeen?: string[] }[]
  most: number
}) {
  if (entities.length === 0) return null
  return (
    <ul class="chips">
      {entities.slice(0, most).map(({ id, type, name, spellingsSeen }) => (
        <li key={id}>
          <EntityChip
            id={id}
            type={type}
            name={name}
            {...(spellingsSeen ? { spellings: spellingsSeen } : {})}
          />
        </li>
      ))}
    </ul>
  )
}
