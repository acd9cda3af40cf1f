// Runs before the first paint, so that a dark or right-to-left page never flashes light or left-to-right.
import { LANGUAGE_FACTS } from './i18n/languages.ts'
import { readSettings, SETTINGS_KEY } from './settings/stored-settings.ts'

const root = document.documentElement
let stored: string | null = null
try {
  stored = localStorage.getItem(SETTINGS_KEY)
} catch {
  stored = null
}
const { language, theme } = readSettings(stored, navigator.languages)
root.lang = language
root.dir = LANGUAGE_FACTS[language].dir
if (theme !== 'system') root.dataset.theme = theme
