import { wholeLine } from '@newsbraid/pipeline'
import { cleanPage } from './clean-page.ts'
import { extractMentions } from './extract-mentions.ts'
import { fetchPage } from './fetch-page.ts'
import { placeArticle } from './place-article.ts'
import { pollFeed } from './poll-feed.ts'

/** The whole line, from a feed's hour to an event. Does not compile while some queue has no reader. */
export const line = wholeLine([pollFeed, fetchPage, cleanPage, extractMentions, placeArticle])

/** The stage that takes a queue's jobs. */
export const stageOf = (queue: string): string => {
  const stage = line.find(({ takes }) => takes.queue === queue)
  if (!stage) throw new Error(`Cannot send to "${queue}": no stage takes its jobs`)
  return stage.name
}

/** Stages that visit hosts, and so wait for a host's free moment. */
export const lanedStages: readonly string[] = [pollFeed.name, fetchPage.name]
