export type PluralForms = {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}
export type Fills = Record<string, string | number>

/** Replaces each `{name}` by its fill; unknown names stay as they are. */
export function fillIn(text: string, fills: Fills): string {
  return text.replaceAll(/\{(\w{1,20})\}/g, (whole, name: string) =>
    name in fills ? String(fills[name]) : whole,
  )
}

/** The form that the language's plural rules (CLDR, through Intl) choose for `count`. */
export function pluralText(text: string | PluralForms, count: number, language: string): string {
  if (typeof text === 'string') return text
  if (count === 0 && text.zero !== undefined) return text.zero
  return text[new Intl.PluralRules(language).select(count)] ?? text.other
}
