import type { ApiRoute } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { createChangeStream } from '../stream/change-stream.ts'
import { articlesRoutes } from './articles-routes.ts'
import { correctionsRoutes } from './corrections-routes.ts'
import { entitiesRoutes } from './entities-routes.ts'
import { eventsRoutes } from './events-routes.ts'
import { ingestRoutes } from './ingest-routes.ts'
import { opmlRoutes } from './opml-routes.ts'
import { pipelineRoutes } from './pipeline-routes.ts'
import { quarantineRoutes } from './quarantine-routes.ts'
import { sourcesRoutes } from './sources-routes.ts'
import { streamRoutes } from './stream-routes.ts'

/** Every operation of the native API. */
export function allRoutes({
  store,
  queues,
  logger,
}: Pick<ApiPorts, 'store' | 'queues' | 'logger'>): ApiRoute[] {
  return [
    ...eventsRoutes(store),
    ...articlesRoutes(store),
    ...entitiesRoutes(store),
    ...correctionsRoutes(store),
    ...sourcesRoutes(store),
    ...opmlRoutes(store),
    ...ingestRoutes(store),
    ...pipelineRoutes(store, queues),
    ...quarantineRoutes(store),
    ...streamRoutes(store, createChangeStream(store, logger)),
  ]
}
