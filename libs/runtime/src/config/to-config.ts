import type { Politeness, ServedModel, ServedTagger } from '@newsbraid/stages'
import { parseAllowList } from '@newsbraid/web'
import type { Env } from './settings.ts'

export type Config = {
  server: { host: string; port: number; publicUrl?: string; adminPassword?: string; apiKeys: string[] }
  store: { dataDir: string; databaseUrl?: string }
  redisUrl?: string
  feeds?: string
  samplePort: number
  fetching: {
    allowPrivate: string
    timeoutMs: number
    maxBytes: number
    userAgent: string
    hostDelaySeconds: number
    hostConnections: number
  }
  politeness: Politeness
  /** A served model that finds names; absent: the built-in tagger alone */
  tagger?: ServedTagger
  /** A served model that makes embeddings for grouping; absent: events go without */
  embedder?: ServedModel
  leaseMs: number
  logLevel: string
}

/** Second step: settings to what the parts take, in their units. Throws on settings that contradict each other. */
export function toConfig(env: Env): Config {
  if (env.POLL_MAX_SECONDS < env.POLL_MIN_SECONDS)
    throw new Error(
      `Cannot use POLL_MAX_SECONDS="${env.POLL_MAX_SECONDS}": it is less than POLL_MIN_SECONDS="${env.POLL_MIN_SECONDS}"`,
    )
  // Throws on a range that can't be read
  parseAllowList(env.ALLOW_PRIVATE_ADDRESSES)
  return {
    server: {
      host: env.HOST,
      port: env.PORT,
      apiKeys: env.API_KEYS.split(',')
        .map((key) => key.trim())
        .filter(Boolean),
      ...(env.PUBLIC_URL ? { publicUrl: env.PUBLIC_URL.replace(/\/+$/, '') } : {}),
      ...(env.ADMIN_PASSWORD ? { adminPassword: env.ADMIN_PASSWORD } : {}),
    },
    store: { dataDir: env.DATA_DIR, ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}) },
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.FEEDS ? { feeds: env.FEEDS } : {}),
    samplePort: env.SAMPLE_PORT,
    fetching: {
      allowPrivate: env.ALLOW_PRIVATE_ADDRESSES,
      timeoutMs: env.FETCH_TIMEOUT_SECONDS * 1000,
      maxBytes: env.MAX_BODY_BYTES,
      userAgent: env.USER_AGENT,
      hostDelaySeconds: env.HOST_DELAY_SECONDS,
      hostConnections: env.HOST_CONNECTIONS,
    },
    politeness: {
      pollMinSeconds: env.POLL_MIN_SECONDS,
      pollMaxSeconds: env.POLL_MAX_SECONDS,
      unconditionalEvery: env.UNCONDITIONAL_EVERY,
      movedAfter: env.MOVED_AFTER,
      retryAfterCapSeconds: env.RETRY_AFTER_CAP_SECONDS,
      robotsCacheSeconds: env.ROBOTS_CACHE_SECONDS,
      userAgent: env.USER_AGENT,
    },
    ...(env.ENTITY_MODEL_URL
      ? {
          tagger: {
            kind: env.ENTITY_MODEL_KIND,
            url: env.ENTITY_MODEL_URL,
            model: env.ENTITY_MODEL_NAME,
            timeoutMs: env.ENTITY_MODEL_TIMEOUT_SECONDS * 1000,
            ...(env.ENTITY_MODEL_KEY ? { key: env.ENTITY_MODEL_KEY } : {}),
          },
        }
      : {}),
    ...(env.EMBEDDING_MODEL_URL
      ? {
          embedder: {
            url: env.EMBEDDING_MODEL_URL,
            model: env.EMBEDDING_MODEL_NAME,
            timeoutMs: env.EMBEDDING_MODEL_TIMEOUT_SECONDS * 1000,
            ...(env.EMBEDDING_MODEL_KEY ? { key: env.EMBEDDING_MODEL_KEY } : {}),
          },
        }
      : {}),
    leaseMs: env.LEASE_SECONDS * 1000,
    logLevel: env.LOG_LEVEL,
  }
}
