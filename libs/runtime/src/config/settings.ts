import { z } from 'zod'

const seconds = z.coerce.number().min(0)
const whole = z.coerce.number().int().positive()

type Setting = { schema: z.ZodType; example: string; about: string }
const setting = <S extends z.ZodType>(schema: S, example: string, about: string) => ({
  schema,
  example,
  about,
})

/** Every setting, with what `.env.example` shows of it; an empty example means that it is unset by default. */
export const settings = {
  PORT: setting(
    z.coerce.number().int().min(0).max(65535).default(3000),
    '3000',
    'Port of the pages and the API; 0 takes any free one',
  ),
  HOST: setting(
    z.string().default('127.0.0.1'),
    '127.0.0.1',
    'Address to listen on; off loopback ADMIN_PASSWORD is required',
  ),
  PUBLIC_URL: setting(
    z.url().optional(),
    '',
    'Where readers reach the server, when that differs from host and port',
  ),
  DATA_DIR: setting(z.string().min(1).default('./data'), './data', 'Folder of the embedded database'),
  DATABASE_URL: setting(
    z.string().min(1).optional(),
    '',
    'A PostgreSQL (15 or newer) of your own, instead of the embedded one',
  ),
  REDIS_URL: setting(
    z.string().min(1).optional(),
    '',
    'A Redis or Valkey for the queues, instead of PostgreSQL',
  ),
  FEEDS: setting(
    z.string().min(1).optional(),
    '',
    'Feeds to start with: an OPML file, or addresses with spaces between; replaces the sample outlets',
  ),
  SAMPLE_PORT: setting(
    z.coerce.number().int().min(0).max(65535).default(18080),
    '18080',
    'First port of the sample outlets, when they are shown',
  ),
  ALLOW_PRIVATE_ADDRESSES: setting(
    z.string().default(''),
    '',
    'Private ranges that may be fetched from, as CIDR or address:port, with commas between',
  ),
  POLL_MIN_SECONDS: setting(
    seconds.default(300),
    '300',
    'A feed is never asked sooner than this after the last time',
  ),
  POLL_MAX_SECONDS: setting(seconds.default(21_600), '21600', 'An idle feed is asked at least this often'),
  HOST_DELAY_SECONDS: setting(
    seconds.default(2),
    '2',
    'Between the starts of two requests to one host; decimals allowed',
  ),
  HOST_CONNECTIONS: setting(whole.default(1), '1', 'Requests to one host at the same time'),
  FETCH_TIMEOUT_SECONDS: setting(seconds.default(30), '30', 'For a whole fetch, redirects included'),
  MAX_BODY_BYTES: setting(whole.default(16_000_000), '16000000', 'Largest feed or page, after decompression'),
  RETRY_AFTER_CAP_SECONDS: setting(seconds.default(86_400), '86400', 'Longest Retry-After that is believed'),
  MOVED_AFTER: setting(whole.default(3), '3', 'Permanent redirects in a row before a feed is moved'),
  UNCONDITIONAL_EVERY: setting(whole.default(100), '100', 'Every so many polls one without validators'),
  ROBOTS_CACHE_SECONDS: setting(seconds.default(86_400), '86400', 'How long robots.txt is kept'),
  USER_AGENT: setting(
    z.string().min(1).default('Newsbraid/0.1 (+https://github.com/newsbraid/newsbraid)'),
    'Newsbraid/0.1 (+https://github.com/newsbraid/newsbraid)',
    'How Newsbraid introduces itself: name/version and an address for complaints',
  ),
  LEASE_SECONDS: setting(
    z.coerce.number().min(2).default(30),
    '30',
    'Work of a process that fell silent is taken over after this',
  ),
  ADMIN_PASSWORD: setting(z.string().min(1).optional(), '', 'Password of the queue dashboard (user admin)'),
  API_KEYS: setting(
    z.string().default(''),
    '',
    'Keys that clients must show, with commas between; none: open',
  ),
  ENTITY_MODEL_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '',
    'A model of your own that finds the names, instead of the built-in tagger; may be a private address',
  ),
  ENTITY_MODEL_KIND: setting(
    z.enum(['chat', 'tokens']).default('chat'),
    'chat',
    'chat: an OpenAI-compatible server; tokens: a token-classification endpoint',
  ),
  ENTITY_MODEL_NAME: setting(
    z.string().default('default'),
    'default',
    'The model that a chat server is asked for',
  ),
  ENTITY_MODEL_KEY: setting(z.string().min(1).optional(), '', 'The key that server wants, if any'),
  ENTITY_MODEL_TIMEOUT_SECONDS: setting(
    z.coerce.number().positive().default(20),
    '20',
    'The built-in tagger reads what takes the model longer',
  ),
  EMBEDDING_MODEL_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '',
    'A model of your own (OpenAI-compatible) whose embeddings help to group events; may be a private address',
  ),
  EMBEDDING_MODEL_NAME: setting(
    z.string().default('default'),
    'default',
    'The model that server is asked for',
  ),
  EMBEDDING_MODEL_KEY: setting(z.string().min(1).optional(), '', 'The key that server wants, if any'),
  EMBEDDING_MODEL_TIMEOUT_SECONDS: setting(
    z.coerce.number().positive().default(20),
    '20',
    'Articles for which the model takes longer are grouped without it',
  ),
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    'info',
    'trace debug info warn error silent',
  ),
} satisfies Record<string, Setting>

export type SettingName = keyof typeof settings
export type Env = { [K in SettingName]: z.infer<(typeof settings)[K]['schema']> }

/** First step: the environment's words, checked one by one; empty counts as unset. Throws naming every wrong setting with its value. */
export function readEnv(env: Readonly<Record<string, string | undefined>>): Env {
  const problems: string[] = []
  const read = Object.entries(settings).map(([name, { schema }]) => {
    const given = env[name] === '' ? undefined : env[name]
    const parsed = schema.safeParse(given)
    if (!parsed.success)
      problems.push(
        `Cannot use ${name}="${given}": ${parsed.error.issues.map(({ message }) => message).join(', ')}`,
      )
    return [name, parsed.data]
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return Object.fromEntries(read) as Env
}
