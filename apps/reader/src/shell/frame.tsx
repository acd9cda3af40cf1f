import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { withQuery } from '../format/address.ts'
import type { StringKey } from '../i18n/en.ts'
import { typedDirection } from '../format/typed-direction.ts'
import { LANGUAGE_FACTS, LANGUAGES } from '../i18n/languages.ts'
import { t } from '../i18n/translate.ts'
import {
  BraidMark,
  EventsIcon,
  PipelineIcon,
  SearchIcon,
  SettingsIcon,
  SourcesIcon,
} from '../parts/icons.tsx'
import { changeSettings, settings } from '../settings/settings.ts'
import { showKeys } from './keyboard.tsx'

const PLACES: { path: string; text: StringKey; Sign: typeof EventsIcon }[] = [
  { path: '/', text: 'nav.events', Sign: EventsIcon },
  { path: '/search', text: 'nav.search', Sign: SearchIcon },
  { path: '/sources', text: 'nav.sources', Sign: SourcesIcon },
  { path: '/pipeline', text: 'nav.pipeline', Sign: PipelineIcon },
  { path: '/settings', text: 'nav.settings', Sign: SettingsIcon },
]

function isAt(path: string, location: string): boolean {
  return path === '/' ? location === '/' || location.startsWith('/events/') : location.startsWith(path)
}

export function Header() {
  const [location] = useLocation()
  return (
    <header class="header">
      <div class="header-inside">
        <Link href="/" className="brand" aria-label={t('brand.home')}>
          <BraidMark />
          <span lang="en" dir="ltr">
            Newsbraid
          </span>
        </Link>
        <nav class="nav" aria-label={t('nav.label')}>
          {PLACES.filter(({ path }) => path !== '/search').map(({ path, text }) => (
            <Link key={path} href={path} aria-current={isAt(path, location) ? 'page' : undefined}>
              {t(text)}
            </Link>
          ))}
        </nav>
        {location !== '/search' && <HeaderSearch />}
        <LanguageSwitch />
      </div>
    </header>
  )
}

function HeaderSearch() {
  const [, go] = useLocation()
  const [words, setWords] = useState('')
  return (
    <form
      role="search"
      class="header-search"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim()) go(withQuery('/search', { q: words.trim() }))
        setWords('')
      }}
    >
      <SearchIcon />
      <input
        type="search"
        dir={typedDirection(words)}
        value={words}
        aria-label={t('search.label')}
        placeholder={t('search.short')}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}

/** Turns to the next language of the interface, named in that language. */
function LanguageSwitch() {
  const next = LANGUAGES[(LANGUAGES.indexOf(settings.value.language) + 1) % LANGUAGES.length] ?? 'en'
  return (
    <button
      type="button"
      class="language-switch"
      lang={next}
      onClick={() => changeSettings({ language: next })}
    >
      {LANGUAGE_FACTS[next].name}
    </button>
  )
}

/** The same places at the thumb, on narrow screens only. */
export function TabBar() {
  const [location] = useLocation()
  return (
    <nav class="tab-bar" aria-label={t('nav.label')}>
      {PLACES.map(({ path, text, Sign }) => (
        <Link key={path} href={path} aria-current={isAt(path, location) ? 'page' : undefined}>
          <Sign />
          <span>{t(text)}</span>
        </Link>
      ))}
    </nav>
  )
}

export function Footer() {
  return (
    <footer class="footer">
      <p>{t('brand.line')}</p>
      <p class="footer-links">
        <a href="/docs">{t('footer.docs')}</a>
        <a href="/feeds/top.atom">{t('footer.feed')}</a>
        <button type="button" class="link-button" onClick={showKeys}>
          {t('keys.title')}
        </button>
      </p>
    </footer>
  )
}
