import { LANGUAGE_FACTS } from '../i18n/languages.ts'
import { settings } from './settings.ts'

/** The writing direction of the interface's language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return LANGUAGE_FACTS[settings.value.language].dir
}
