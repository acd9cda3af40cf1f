import { settings } from '@newsbraid/runtime'

type Shown = { name: string; example: string; about: string }

/** What docker-compose.yml asks for beside the services' settings. Passwords have no default and must be filled in. */
export const composeSettings: readonly (Shown & { required: boolean })[] = [
  {
    name: 'POSTGRES_PASSWORD',
    example: '',
    about: 'Of the database; letters and digits only, since it stands in an address',
    required: true,
  },
  { name: 'VALKEY_PASSWORD', example: '', about: 'Of the queue; letters and digits only', required: true },
  {
    name: 'ADMIN_PASSWORD',
    example: '',
    about: 'As above; a container listens off loopback, so it must be set',
    required: true,
  },
  {
    name: 'PUBLISH_ADDRESS',
    example: '127.0.0.1',
    about: 'Address of this machine where pages and API are reached; 0.0.0.0 for every one it has',
    required: false,
  },
  { name: 'PUBLISH_PORT', example: '3000', about: 'Port of this machine for the same', required: false },
]

/** Settings that docker-compose.yml decides itself, so that `.env` has no say in them there. */
export const decidedByCompose = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL'] as const

/** In quotes where a shell would trip over it. */
const quoted = (value: string): string => (/^[\w./:,-]*$/.test(value) ? value : `"${value}"`)

/** The text of `.env.example`: every setting of the services with its default, then what docker-compose.yml needs. */
export function renderEnvExample(): string {
  const lines = Object.entries(settings).map(
    ([name, { example, about }]) => `# ${about}\n#${name}=${quoted(example)}\n`,
  )
  const needed = composeSettings.map(
    ({ name, example, about, required }) => `# ${about}\n${required ? '' : '#'}${name}=${example}\n`,
  )
  return [
    '# Settings of Newsbraid, each with its default; take the # away to change one. An empty value counts as unset.',
    '# docker-compose reads this file as .env; without containers: `set -a; . ./.env; set +a; npm start`.',
    '# Made by `node tools/deploy/write-env-example.mjs` from libs/runtime/src/config/settings.ts.',
    '',
    ...lines,
    '# --- For docker-compose only ---',
    `# There ${decidedByCompose.join(', ')} are decided by docker-compose.yml.`,
    '# A password: `openssl rand -hex 24`',
    '',
    ...needed,
  ].join('\n')
}
