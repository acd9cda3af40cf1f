/** The languages of the interface: each by its own name, with its direction and the locale for dates and numbers. */
export const LANGUAGE_FACTS = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar' },
} as const

export type Language = keyof typeof LANGUAGE_FACTS
export const LANGUAGES: readonly Language[] = ['en', 'ar']
