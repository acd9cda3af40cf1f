import type { ApiSource, SourceRemoval } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { getJson, send } from '../../api/request.ts'
import { readableAddress } from '../../format/address.ts'
import { t, tn } from '../../i18n/translate.ts'
import { chosen } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'
import { offeredFeeds } from './offered-feeds.ts'

type Changed = { source: ApiSource; changed: (source: ApiSource) => void }

/** Runs one action at a time and says why it failed. */
function useAction(): [busy: boolean, act: (action: () => Promise<void>) => Promise<void>] {
  const [busy, setBusy] = useState(false)
  const act = async (action: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await action()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return [busy, act]
}

const pathOf = ({ id }: ApiSource): string => `/sources/${encodeURIComponent(id)}`

/** What can be done with a source: ask it now, pause or wake it, delete it. */
export function SourceActions({ source, changed, removed }: Changed & { removed: () => void }) {
  const [busy, act] = useAction()
  const at = pathOf(source)
  const poll = (): Promise<void> =>
    act(async () => {
      changed(await send<ApiSource>('POST', `${at}/poll`))
      say(t('sources.polled', { name: source.name }))
    })
  const turn = (state: 'active' | 'paused'): Promise<void> =>
    act(async () => {
      changed(await send<ApiSource>('PATCH', at, { state }))
      say(t(state === 'active' ? 'sources.resumed' : 'sources.paused', { name: source.name }))
    })
  const remove = async (): Promise<void> => {
    await act(async () => {
      const way = await askRemoval(source, await getJson<SourceRemoval>(`${at}/removal`))
      if (way === undefined) return
      await send('DELETE', way === 'delete' ? `${at}?articles=delete` : at)
      say(t('sources.deleted', { name: source.name }))
      removed()
    })
  }
  const named = (text: string): string => `${text}: ${source.name}`
  return (
    <div class="actions">
      {source.state === 'active' && (
        <button
          type="button"
          class="button button-small"
          disabled={busy}
          aria-label={named(t('sources.poll'))}
          onClick={() => void poll()}
        >
          {t('sources.poll')}
        </button>
      )}
      <button
        type="button"
        class="button button-small"
        disabled={busy}
        aria-label={named(t(source.state === 'active' ? 'sources.pause' : 'sources.resume'))}
        onClick={() => void turn(source.state === 'active' ? 'paused' : 'active')}
      >
        {t(source.state === 'active' ? 'sources.pause' : 'sources.resume')}
      </button>
      <button
        type="button"
        class="button button-small button-quiet"
        disabled={busy}
        aria-label={named(t('sources.delete'))}
        onClick={() => void remove()}
      >
        {t('sources.delete')}
      </button>
    </div>
  )
}

/** Asks whether the source goes, and says in numbers what goes with it. */
function askRemoval(source: ApiSource, removal: SourceRemoval): Promise<string | undefined> {
  const { articles, articlesShared, events, eventsChanged } = removal
  const facts = [
    tn('sources.delete.articles', articles),
    ...(events > 0 ? [tn('sources.delete.events', events)] : []),
    ...(eventsChanged > 0 ? [tn('sources.delete.changed', eventsChanged)] : []),
    ...(articlesShared > 0 ? [tn('sources.delete.shared', articlesShared)] : []),
  ]
  return chosen({
    title: t('sources.delete.ask'),
    detail: t('sources.delete.detail', { name: source.name }),
    yes: t('sources.delete'),
    danger: true,
    choices:
      articles === 0
        ? []
        : [
            { value: 'keep', label: t('sources.delete.keep') },
            { value: 'delete', label: t('sources.delete.with'), facts },
          ],
  })
}

/** Feeds to take in place of a page's address. */
export function OfferedFeeds({ source, changed }: Changed) {
  const [busy, act] = useAction()
  const take = (feedUrl: string): Promise<void> =>
    act(async () => {
      await send<ApiSource>('PATCH', pathOf(source), { feedUrl })
      changed(await send<ApiSource>('POST', `${pathOf(source)}/poll`))
      say(t('sources.polled', { name: source.name }))
    })
  return (
    <>
      {offeredFeeds(source).map((feedUrl) => (
        <button
          key={feedUrl}
          type="button"
          class="button button-small offered-feed"
          disabled={busy}
          onClick={() => void take(feedUrl)}
        >
          <span>
            {t('sources.take')} <bdi dir="ltr">{readableAddress(feedUrl)}</bdi>
          </span>
        </button>
      ))}
    </>
  )
}
