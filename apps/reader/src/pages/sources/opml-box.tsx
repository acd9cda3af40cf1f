import { useRef, useState } from 'preact/hooks'
import { API, send } from '../../api/request.ts'
import { t } from '../../i18n/translate.ts'
import { say, sayError } from '../../shell/toasts.tsx'

type Imported = { added: number; known: number; refused: string[] }

/** Takes a list of sources from an OPML file, chosen or dropped here, and gives the present list out as one. */
export function OpmlBox({ imported }: { imported: () => void }) {
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    try {
      // As bytes: an old list may be in any encoding, and says so itself
      const { added, known, refused } = await send<Imported>('POST', '/opml', file, 'text/x-opml')
      say(
        t('opml.done', { added, known }) +
          (refused.length > 0 ? ` ${t('opml.refused', { list: refused.join(', ') })}` : ''),
      )
      imported()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
    if (input.current) input.current.value = ''
  }

  return (
    <section
      class={over ? 'opml opml-over' : 'opml'}
      aria-labelledby="opml-title"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer?.files[0])
      }}
    >
      <h2 id="opml-title">{t('opml.title')}</h2>
      <p class="quiet">{t('opml.line')}</p>
      <div class="actions">
        <label class={busy ? 'button file-button is-busy' : 'button file-button'}>
          {t(busy ? 'opml.importing' : 'opml.import')}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".opml,.xml,text/x-opml,application/xml,text/xml"
            disabled={busy}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        <a class="button" href={`${API}/opml`} download="newsbraid.opml">
          {t('opml.export')}
        </a>
      </div>
    </section>
  )
}
