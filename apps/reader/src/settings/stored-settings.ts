import { type Language, LANGUAGES } from '../i18n/languages.ts'

export const SETTINGS_KEY = 'newsbraid.settings'

export const THEMES = ['system', 'light', 'dark'] as const
export const DIGITS = ['latn', 'arab'] as const
export const PAGE_SIZES = [20, 40, 80] as const

export type Settings = {
  language: Language
  theme: (typeof THEMES)[number]
  /** Numbering system of the Arabic interface: 123 or ١٢٣ */
  digits: (typeof DIGITS)[number]
  pageSize: (typeof PAGE_SIZES)[number]
  /** Whether pictures are loaded from the publishers' own servers */
  pictures: boolean
  /** Whether names are marked in articles */
  marks: boolean
}

/** Settings as stored (JSON or null), each missing or unknown value replaced by its default; the language falls back to the browser's. */
export function readSettings(stored: string | null, browserLanguages: readonly string[]): Settings {
  const kept = parsed(stored)
  const wanted = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())
  const ours = wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag))[0] ?? 'en'
  return {
    language: oneOf(LANGUAGES, kept.language, ours),
    theme: oneOf(THEMES, kept.theme, 'system'),
    digits: oneOf(DIGITS, kept.digits, 'latn'),
    pageSize: oneOf(PAGE_SIZES, kept.pageSize, 20),
    pictures: typeof kept.pictures === 'boolean' ? kept.pictures : true,
    marks: typeof kept.marks === 'boolean' ? kept.marks : true,
  }
}

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise
}
