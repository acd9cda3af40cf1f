import { settings } from './settings.ts'

/** The writing direction of the interface's language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return settings.value.language === 'ar' ? 'rtl' : 'ltr'
}
