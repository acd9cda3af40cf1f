import type { ArticleDetail } from '@newsbraid/model'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { t } from '../../i18n/translate.ts'
import { CloseIcon } from '../../parts/icons.tsx'
import { htmlLines } from '../../reading/html-lines.ts'
import { markMentions, type StyledText } from '../../reading/mark-mentions.ts'
import { tableCells } from '../../reading/table-cells.ts'
import { type LineKind, type TextLine, textLines } from '../../reading/text-lines.ts'
import { MentionLink } from './mention-link.tsx'

const SEPARATOR = '\n\n'
type Group = { kind: LineKind; lines: TextLine[] }

/** The article's headline with its names marked. */
export function MarkedTitle({ article, marks }: { article: ArticleDetail; marks: boolean }) {
  return <Marked article={article} start={0} end={article.title.length} runs={[]} marks={marks} />
}

/**
 * The article's text as paragraphs, headings, quotes and lists. The words come from the plain text alone; the HTML only
 * says which line is what, so nothing foreign reaches the page.
 */
type BodyProps = {
  article: ArticleDetail
  marks: boolean
  /** Takes a block out of the articles of this site; without it nothing is offered */
  drop?: ((text: string) => void) | undefined
}

export function ArticleBody({ article, marks, drop }: BodyProps) {
  const groups = useMemo(
    () => grouped(textLines(article.text, htmlLines(article.html))),
    [article.text, article.html],
  )
  const base = article.title.length + SEPARATOR.length
  const line = ({ start, end, runs }: TextLine) => (
    <>
      <Marked article={article} start={base + start} end={base + end} runs={runs} marks={marks} />
      {drop && <DropBlock text={article.text.slice(start, end)} drop={drop} />}
    </>
  )
  const cells = (one: TextLine | undefined) => (one ? tableCells(article.text, one) : undefined)
  const row = (one: TextLine) => (
    <tr key={one.start}>
      {(cells(one) ?? [one]).map((cell) => (
        <td key={cell.start}>
          <Marked article={article} start={base + cell.start} end={base + cell.end} runs={[]} marks={marks} />
        </td>
      ))}
    </tr>
  )
  return (
    <div class="article-body">
      {groups.map(({ kind, lines }, i) => {
        if (kind === 'heading') return lines.map((one) => <h2 key={one.start}>{line(one)}</h2>)
        if (kind === 'quote')
          return (
            <blockquote key={i}>
              {lines.map((one) => (
                <p key={one.start}>{line(one)}</p>
              ))}
            </blockquote>
          )
        if (kind === 'item' || kind === 'numbered') {
          const items = lines.map((one) => <li key={one.start}>{line(one)}</li>)
          return kind === 'item' ? <ul key={i}>{items}</ul> : <ol key={i}>{items}</ol>
        }
        if (kind === 'row' && cells(lines[0])) return <table key={i}>{lines.map(row)}</table>
        if (kind === 'code')
          return <pre key={i}>{lines.map((one) => article.text.slice(one.start, one.end)).join('\n')}</pre>
        return lines.map((one) => (
          <p key={one.start} class={one.opensBlock ? undefined : 'same-block'}>
            {line(one)}
          </p>
        ))
      })}
    </div>
  )
}

function DropBlock({ text, drop }: { text: string; drop: (text: string) => void }) {
  return (
    <button
      type="button"
      class="icon-button drop-block"
      title={t('mark.drop-here')}
      aria-label={`${t('mark.drop-here')}: ${text.slice(0, 60)}`}
      onClick={() => drop(text)}
    >
      <CloseIcon />
    </button>
  )
}

function grouped(lines: readonly TextLine[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.kind === line.kind) last.lines.push(line)
    else groups.push({ kind: line.kind, lines: [line] })
  }
  return groups
}

type MarkedProps = {
  article: ArticleDetail
  start: number
  end: number
  runs: TextLine['runs']
  marks: boolean
}

function Marked({ article, start, end, runs, marks }: MarkedProps) {
  const whole = article.title + SEPARATOR + article.text
  const pieces = useMemo(
    () => markMentions(whole, start, end, marks ? article.mentions : [], runs),
    [whole, start, end, marks, article.mentions],
  )
  return (
    <>
      {pieces.map(({ mention, parts }, i) =>
        mention ? (
          <MentionLink key={i} mention={mention}>
            {parts.map((part) => dressed(part, false))}
          </MentionLink>
        ) : (
          parts.map((part) => dressed(part, true))
        ),
      )}
    </>
  )
}

/** Text in its inline style; no link inside a link. */
function dressed({ text, style }: StyledText, links: boolean): ComponentChildren {
  let dressed: ComponentChildren = text
  if (style.emphasis) dressed = <em>{dressed}</em>
  if (style.strong) dressed = <strong>{dressed}</strong>
  if (style.href && links)
    dressed = (
      <a href={style.href} target="_blank" rel="noopener noreferrer">
        {dressed}
      </a>
    )
  return dressed
}
