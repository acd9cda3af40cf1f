import type { ComponentChildren } from 'preact'

/** A line icon of 24 units; it says nothing to screen readers, so the control around it must have a name. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

/** The braid: three strands that become one. */
export const BraidMark = () => (
  <svg class="braid-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="strand-a" d="M6 4c0 8 18 7 18 14 0 6-8 6-8 11" />
    <path class="strand-b" d="M26 4c0 8-18 7-18 14 0 6 8 6 8 11" />
    <path class="strand-c" d="M16 3v5m0 8v3" />
  </svg>
)
export const EventsIcon = () => (
  <Icon>
    <path d="M4 6h16M4 12h16M4 18h10" />
  </Icon>
)
export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </Icon>
)
export const SourcesIcon = () => (
  <Icon>
    <path d="M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14" />
    <circle cx="6" cy="18" r="1.4" />
  </Icon>
)
export const PipelineIcon = () => (
  <Icon>
    <circle cx="5" cy="12" r="2.2" />
    <circle cx="12" cy="12" r="2.2" />
    <circle cx="19" cy="12" r="2.2" />
    <path d="M7.2 12h2.6m4.4 0h2.6" />
  </Icon>
)
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9m5 0h2M4 17h3m5 0h8" />
    <circle cx="15.5" cy="7" r="2.3" />
    <circle cx="9.5" cy="17" r="2.3" />
  </Icon>
)
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="3.6" />
    <path d="M5 20c.6-4 3.4-6 7-6s6.4 2 7 6" />
  </Icon>
)
export const PlaceIcon = () => (
  <Icon>
    <path d="M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 1 0-13 0c0 3 2 6 6.5 11Z" />
    <circle cx="12" cy="10" r="2.2" />
  </Icon>
)
export const OrganisationIcon = () => (
  <Icon>
    <path d="M4 20h16M6 20V9m4 11V9m4 11V9m4 11V9M4 9l8-5 8 5Z" />
  </Icon>
)
export const OutsideIcon = () => (
  <Icon>
    <path d="M14 5h5v5M19 5l-9 9M11 6H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-5" />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
)
