import type { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { ApiStore } from '@newsbraid/model'

/** Structured log lines: fields first, then the words; pino's shape. */
export type ApiLogger = {
  debug: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** A BullMQ queue, on either of its backends. */
export type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0]

export type ApiConfig = {
  /** The address the server listens on; decides with `adminPassword` how open it may be */
  host: string
  adminPassword?: string
  /** When there is at least one, every request to the API and the feeds must carry one */
  apiKeys: readonly string[]
  /** Where readers reach the server, without a slash at the end; taken from each request when absent */
  publicUrl?: string
  /** The folder of the built web pages */
  readerDir?: string
  /** What the docs and the feeds call the running version */
  version?: string
}

/** The subscriber's side of WebSub that hubs knock at. */
export type PushDoor = {
  /** Whether we asked for this topic under this token; notes the lease granted */
  confirm: (token: string, mode: string, topic: string, leaseSeconds: number | undefined) => Promise<boolean>
  /** Keeps a rightly signed document, to be read at once */
  take: (
    token: string,
    push: { signature?: string; body: Uint8Array; contentType?: string },
  ) => Promise<'taken' | 'forged' | 'unknown'>
}

export type ApiPorts = {
  store: ApiStore
  queues: readonly BoardQueue[]
  config: ApiConfig
  /** Without it hubs find nobody at /websub */
  push?: PushDoor
  /** The Prometheus text of this process */
  metrics: () => Promise<string>
  logger: ApiLogger
  /** False while the process starts or drains */
  isReady?: () => boolean
}
