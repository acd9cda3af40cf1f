import type { ArticleDetail, ArticleWhy } from '@newsbraid/model'
import type { Command } from 'commander'
import { articleIdOf } from '../article-id.ts'
import { print, printJson, withStore } from '../with-store.ts'

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description(
      'why each block was dropped, which entity each mention is, why the article stands in its event',
    )
    .argument('<article>', 'its id or its address')
    .option('--json', 'print JSON')
    .action((given: string, { json }: { json?: boolean }) =>
      withStore(async (store) => {
        const id = await articleIdOf(store, given)
        const article = id ? await store.article(id) : undefined
        if (!article)
          throw new Error(`Cannot find an article for "${given}"; "newsbraid trace" tells where a page is`)
        const why = await store.articleWhy(article.id)
        if (json) printJson({ article, why })
        else print(...asText(article, why))
      }),
    )
}

function asText(article: ArticleDetail, why: ArticleWhy | undefined): string[] {
  const names = new Map(article.entities.map(({ id, name, type }) => [id, `${name} (${type})`]))
  return [
    article.title,
    `  ${article.url}`,
    '',
    'Dropped:',
    ...article.dropped.map(
      ({ reason, text, evidence }) =>
        `  ${reason.padEnd(18)} ${shorten(text)}${evidence ? `  [${evidence}]` : ''}`,
    ),
    '',
    'Mentions:',
    ...article.mentions.map(
      ({ surface, titles, entityId }) =>
        `  ${[...titles, surface].join(' ')} → ${names.get(entityId) ?? entityId}`,
    ),
    '',
    why?.eventId
      ? `Event ${why.eventId} as ${why.role}${why.copyOf ? ` of ${why.copyOf}` : ''}:`
      : 'Not placed yet',
    ...(why?.why ?? []).map(
      ({ signal, weight, evidence }) =>
        `  ${weight >= 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}  ${signal}: ${evidence}`,
    ),
    ...(why && why.considered.length > 0
      ? [
          '',
          'Also weighed:',
          ...why.considered.map(
            ({ eventId, score, title }) => `  ${score.toFixed(2)}  ${eventId}  ${title ?? ''}`,
          ),
        ]
      : []),
  ]
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
