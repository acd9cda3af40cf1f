import type { BlockMark, BlockMarkList } from '@newsbraid/model'
import { useEffect } from 'preact/hooks'
import { unmarkBlock } from '../../api/block-marks.ts'
import { useResource } from '../../api/use-resource.ts'
import { t } from '../../i18n/translate.ts'
import { sayError } from '../../shell/toasts.tsx'

type Props = { host: string; version: number; changed: () => void }

/** What people said of the blocks of this site, each to be taken back. */
export function BlockMarks({ host, version, changed }: Props) {
  const { data, reload } = useResource<BlockMarkList>(
    `/block-marks?host=${encodeURIComponent(host)}&limit=50`,
  )
  useEffect(() => {
    if (version > 0) reload()
  }, [version])
  if (!data || data.items.length === 0) return null
  const undo = (mark: BlockMark): void => void unmarkBlock(mark.id).then(changed, sayError)
  return (
    <section class="block-marks" aria-labelledby="marks-title">
      <h3 id="marks-title" class="section-title">
        {t('mark.title', { host })}
      </h3>
      <ul>
        {data.items.map((mark) => (
          <li key={mark.id}>
            <span class={`badge badge-${mark.verdict}`}>{t(`mark.${mark.verdict}`)}</span>
            <span class="block-mark-text" dir="auto">
              {mark.text}
            </span>
            <button type="button" class="button button-small button-quiet" onClick={() => undo(mark)}>
              {t('mark.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
