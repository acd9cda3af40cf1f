import { Route, Switch, useLocation } from 'wouter-preact'
import { t } from './i18n/translate.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { EntityPage } from './pages/entity-page.tsx'
import { EventPage } from './pages/event-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PipelinePage } from './pages/pipeline-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { SourcesPage } from './pages/sources-page.tsx'
import { TopPage } from './pages/top-page.tsx'
import { ConfirmDialog } from './shell/confirm.tsx'
import { useFollowedNews } from './shell/followed-news.ts'
import { Footer, Header, TabBar } from './shell/frame.tsx'
import { KeysDialog, useKeyboard } from './shell/keyboard.tsx'
import { useScrollMemory } from './shell/scroll-memory.ts'
import { Toasts } from './shell/toasts.tsx'

/** The whole of the pages: frame, routes and what floats above them. */
export function App() {
  const [path] = useLocation()
  useKeyboard()
  useFollowedNews()
  useScrollMemory(path)
  return (
    <>
      <a class="skip-link" href="#main">
        {t('skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path="/">
            <TopPage />
          </Route>
          <Route path="/events/:id">{({ id }) => <EventPage key={id} id={id} />}</Route>
          <Route path="/articles/:id">{({ id }) => <ArticlePage key={id} id={id} />}</Route>
          <Route path="/entities/:id">{({ id }) => <EntityPage key={id} id={id} />}</Route>
          <Route path="/search">
            <SearchPage />
          </Route>
          <Route path="/sources">
            <SourcesPage />
          </Route>
          <Route path="/pipeline">
            <PipelinePage />
          </Route>
          <Route path="/settings">
            <SettingsPage />
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </main>
      <Footer />
      <TabBar />
      <ConfirmDialog />
      <KeysDialog />
      <Toasts />
    </>
  )
}
