import { effect, signal } from '@preact/signals'
import { LANGUAGE_FACTS } from '../i18n/languages.ts'
import { readSettings, type Settings, SETTINGS_KEY } from './stored-settings.ts'

/** The reader's own choices; every page that reads it is drawn again when it changes. */
export const settings = signal<Settings>(readSettings(storedText(), navigator.languages))

/** Changes some settings and keeps them in this browser. */
export function changeSettings(change: Partial<Settings>): void {
  settings.value = { ...settings.value, ...change }
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings.value))
  } catch {
    // Private windows may refuse storage; the choice then holds until the page is closed
  }
}

/** Keeps `<html lang dir data-theme>` in step with the settings. */
export function reflectSettings(root: HTMLElement): void {
  effect(() => {
    const { language, theme } = settings.value
    root.lang = language
    root.dir = LANGUAGE_FACTS[language].dir
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  })
}

function storedText(): string | null {
  try {
    return localStorage.getItem(SETTINGS_KEY)
  } catch {
    return null
  }
}
