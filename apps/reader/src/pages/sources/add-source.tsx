import type { ApiSource, KindChoice } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { send } from '../../api/request.ts'
import { t } from '../../i18n/translate.ts'
import { errorWords } from '../../parts/states.tsx'
import { say } from '../../shell/toasts.tsx'
import { typedAddress } from './typed-address.ts'

const KINDS: readonly KindChoice[] = ['auto', 'feed', 'sitemap', 'list']

/** Adds a source by an address; what is wrong with it stands beneath the field. */
export function AddSource({ added }: { added: () => void }) {
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<KindChoice>('auto')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()

  const add = async (): Promise<void> => {
    const feedUrl = typedAddress(typed)
    if (!feedUrl) return setWrong(t('sources.add.wrong', { typed: typed.trim() }))
    setBusy(true)
    setWrong(undefined)
    try {
      const source = await send<ApiSource>('POST', '/sources', { feedUrl, kind })
      say(t('sources.added', { name: source.name }))
      setTyped('')
      setKind('auto')
      added()
    } catch (error) {
      const { title, detail } = errorWords(error)
      setWrong(detail ?? title)
    }
    setBusy(false)
  }

  return (
    <form
      class="add-source"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label for="add-address">{t('sources.add.label')}</label>
      <div class="one-line">
        <input
          id="add-address"
          class="input"
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          required
          value={typed}
          placeholder="https://example.org/feed"
          aria-invalid={wrong !== undefined}
          aria-describedby="add-note"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <select
          class="input add-kind"
          aria-label={t('sources.kind')}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'auto')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`sources.kind.${one}`)}
            </option>
          ))}
        </select>
        <button type="submit" class="button button-main" disabled={busy}>
          {t(busy ? 'sources.adding' : 'sources.add')}
        </button>
      </div>
      <p
        id="add-note"
        class={wrong === undefined ? 'quiet' : 'field-error'}
        role={wrong === undefined ? undefined : 'alert'}
        dir="auto"
      >
        {wrong ?? t('sources.add.line')}
      </p>
    </form>
  )
}
