/** A number in the locale's digits and grouping, at most one decimal. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
}

/** A large count made short: 1.2K, 34K. */
export function shortNumber(value: number, locale: string): string {
  if (Math.abs(value) < 10_000) return formatNumber(value, locale)
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** A weight with its sign: +2.4, −0.8. */
export function signedNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 }).format(value)
}
