export type OutletKey =
  'rahba' | 'atlas' | 'minbar' | 'harbour' | 'ledger' | 'quai' | 'hansa' | 'cuaderno' | 'wire'

/** How an article came to be: written by the outlet, taken from an agency, a later turn of an event, or on its own. */
export type SampleKind = 'original' | 'agency-copy' | 'development' | 'unrelated'

/** One article as written: what every layout dresses and what the gold is made of. */
export type SampleReport = {
  /** Unique on its outlet, in lower-case latin letters */
  id: string
  outlet: OutletKey
  /** Equal labels report the same event; null stands alone */
  event: string | null
  kind: SampleKind
  title: string
  author: string | null
  section: string
  tags: string[]
  /** Published before the start, or as the n-th step of what develops after it */
  at: { minutesBefore: number } | { step: number }
  /** Credit line that the outlet prints for an agency text */
  agency?: string
  caption?: string
  /** robots.txt of the outlet forbids this article's path */
  isDisallowed?: true
  /** Paragraphs; `## ` opens a subheading and `> ` a quotation set apart */
  body: string[]
  /** `person/…`, `place/…`, `organisation/…` → the forms in this text, the fullest first */
  names: Record<string, string[]>
}

/** An article that is out: with its address and its time. */
export type PublishedReport = SampleReport & { url: string; path: string; publishedAt: Date }

/** Puts one event's label on its reports. */
export function reportsOf(event: string, reports: Omit<SampleReport, 'event'>[]): SampleReport[] {
  return reports.map((report) => ({ ...report, event }))
}

/** A body line without its mark, as it reads on the page. */
export const plainLine = (line: string): string => line.replace(/^(?:## |> )/, '')
