import type { EventDetail } from '@newsbraid/model'
import { formatNumber } from '../../format/numbers.ts'
import { locale, t, wordsFor } from '../../i18n/translate.ts'

type Figure = EventDetail['figures'][number]

/** Numbers the sources agree on, each with the sentence it stands in. */
export function Figures({ event }: { event: EventDetail }) {
  if (event.figures.length === 0) return null
  return (
    <section class="side-box" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('event.figures')}</h2>
      <ul class="figures">
        {event.figures.map((figure, i) => (
          <li key={i}>
            <FigureValue figure={figure} />
            <span class="figure-what" dir="auto">
              {wordsFor('figure', figure.what)}
            </span>
            <Quote figure={figure} event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the sources' numbers differ, value beside value. */
export function Disagreements({ event }: { event: EventDetail }) {
  if (event.disagreements.length === 0) return null
  return (
    <section class="differs" aria-labelledby="differs-title">
      <h2 id="differs-title" class="section-title">
        {t('event.differs')}
      </h2>
      {event.disagreements.map(({ what, values }) => (
        <div key={what} class="differs-one">
          <h3 dir="auto">{wordsFor('figure', what)}</h3>
          <ul>
            {values.map((figure, i) => (
              <li key={i}>
                <FigureValue figure={figure} />
                <Quote figure={figure} event={event} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function FigureValue({ figure }: { figure: Figure }) {
  return (
    <strong class="figure-value">
      <bdi class="number">{valueText(figure)}</bdi>
      {figure.unit && <bdi class="figure-unit">{wordsFor('unit', figure.unit)}</bdi>}
    </strong>
  )
}

/** A score is told as a decimal: 2.1 is two to one. */
function valueText({ what, value }: Figure): string {
  return what === 'score' ? String(value).replace('.', '–') : formatNumber(value, locale())
}

function Quote({ figure, event }: { figure: Figure; event: EventDetail }) {
  const names = sourceNames(figure.sources, event)
  return (
    <>
      {figure.quote !== '' && (
        <blockquote class="figure-quote" dir="auto">
          {figure.quote}
        </blockquote>
      )}
      {names.length > 0 && (
        <p class="figure-sources dotted">
          {names.map((name) => (
            <span key={name}>
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** A figure names its sources by source id, article id or name. */
function sourceNames(ids: readonly string[], event: EventDetail): string[] {
  const names = new Map<string, string>()
  for (const source of event.sources) names.set(source.id, source.name)
  for (const article of event.articles) {
    names.set(article.source.id, article.source.name)
    names.set(article.id, article.source.name)
  }
  return [...new Set(ids.map((id) => names.get(id) ?? id))]
}
