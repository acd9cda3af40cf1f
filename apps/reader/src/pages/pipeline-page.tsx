import type { Pipeline } from '@newsbraid/model'
import { useEffect, useRef, useState } from 'preact/hooks'
import { streamOpen, useLive } from '../api/live.ts'
import { useResource } from '../api/use-resource.ts'
import { t } from '../i18n/translate.ts'
import { OutsideIcon } from '../parts/icons.tsx'
import { ErrorLine, ErrorState, LoadingState } from '../parts/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Flow } from './pipeline/flow.tsx'
import { Quarantine } from './pipeline/quarantine.tsx'
import { QueueTable } from './pipeline/queue-table.tsx'
import { StageCards } from './pipeline/stage-cards.tsx'
import { TraceForm } from './pipeline/trace-form.tsx'

const LEAST_MS = 1_500
const POLL_MS = 4_000
const KEPT_TURNS = 60

/** How the line runs: what went through each stage, what waits, what ended how, and what no retry can save. */
export function PipelinePage() {
  useTitle(t('pipeline.title'))
  const { data: line, error, reload } = useResource<Pipeline>('/pipeline')
  useLive(reload, LEAST_MS, POLL_MS)
  const history = useHistory(line)
  return (
    <div class="page page-pipeline">
      <header class="page-head">
        <h1>{t('pipeline.title')}</h1>
        <p class="page-line">
          {line && (
            <span class={line.idle ? 'pulse' : 'pulse pulse-busy'}>
              <span class="pulse-dot" aria-hidden="true" />
              {t(line.idle ? 'pipeline.idle' : 'pipeline.busy')}
            </span>
          )}
          <span class="quiet">{t(streamOpen.value ? 'pipeline.streaming' : 'pipeline.polling')}</span>
          <a href="/admin/queues" class="outside">
            {t('pipeline.board')}
            <OutsideIcon />
          </a>
        </p>
      </header>
      {line && <ErrorLine error={error} retry={reload} />}
      {!line && error !== undefined && <ErrorState error={error} retry={reload} />}
      {!line && error === undefined && <LoadingState rows={3} />}
      {line && (
        <>
          <Flow line={line} />
          <StageCards stages={line.stages} history={history} />
          <QueueTable queues={line.queues} />
        </>
      )}
      <TraceForm />
      <Quarantine />
    </div>
  )
}

/** What each stage did in a minute at the last refreshes, oldest first, for the small plots. */
function useHistory(line: Pipeline | undefined): ReadonlyMap<string, readonly number[]> {
  const [history, setHistory] = useState<ReadonlyMap<string, readonly number[]>>(new Map())
  const seen = useRef<Pipeline | undefined>(undefined)
  useEffect(() => {
    if (!line || seen.current === line) return
    seen.current = line
    setHistory(
      (before) =>
        new Map(
          line.stages.map(({ name, doneLastMinute }) => [
            name,
            [...(before.get(name) ?? []), doneLastMinute].slice(-KEPT_TURNS),
          ]),
        ),
    )
  }, [line])
  return history
}
