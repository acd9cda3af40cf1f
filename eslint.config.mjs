import fs from 'node:fs'
import tseslint from 'typescript-eslint'

/** The law of floors as lint rules, read off the tags: an import goes to a strictly lower floor; floors 0 to 2 do no I/O. */
const projects = ['libs', 'apps', 'tools'].flatMap((kind) =>
  fs
    .readdirSync(kind)
    .filter((name) => fs.existsSync(`${kind}/${name}/package.json`))
    .map((name) => {
      const { name: packageName, nx } = JSON.parse(fs.readFileSync(`${kind}/${name}/package.json`, 'utf8'))
      return { path: `${kind}/${name}`, packageName, floor: Number(nx.tags[0].split(':')[1]) }
    }),
)

/** Modules that open sockets, Node's own under both spellings. */
const sockets = [
  ...['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].flatMap((name) => [
    name,
    `node:${name}`,
  ]),
  ...[
    'undici',
    'axios',
    'node-fetch',
    'got',
    'ky',
    'superagent',
    'needle',
    'ws',
    'eventsource',
    'follow-redirects',
  ],
]
const onlyThere = 'Only libs/http-fetch opens sockets to the outside'
/** Globals that do the same, called by their name or on the global object. */
const socketGlobals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
const globalObjects = ['globalThis', 'global', 'window', 'self']
const onGlobalObjects = globalObjects.flatMap((object) =>
  socketGlobals.map((property) => ({ object, property, message: onlyThere })),
)
/** `import('node:http')` and a made `require` go around the rule for imports. */
const asModule = `Literal[value=/^(?:${sockets.join('|').replaceAll('/', '\\/')})$/]`
const roundabout = [
  `ImportExpression > ${asModule}`,
  `CallExpression[callee.name="require"] > ${asModule}`,
].map((selector) => ({ selector, message: onlyThere }))
const mayOpenSockets = ['libs/http-fetch']
const mayListen = ['libs/runtime', 'tools/sample-news']
const tests = ['tools/checks/**', '**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/fixtures/**']

const floorRules = projects.map(({ path, floor, packageName }) => ({
  files: [`${path}/src/**/*.{ts,tsx}`],
  ignores: tests,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          ...projects
            .filter((other) => other.floor >= floor && other.packageName !== packageName)
            .map((other) => ({
              name: other.packageName,
              message: `${path} stands on floor ${floor}, ${other.path} on floor ${other.floor}: import downwards only`,
            })),
          ...(mayOpenSockets.includes(path) || mayListen.includes(path)
            ? []
            : sockets.map((name) => ({ name, message: onlyThere, allowTypeImports: true }))),
        ],
        patterns:
          floor <= 2 ? [{ group: ['node:*', '!node:buffer'], message: 'Floors 0 to 2 do no I/O' }] : [],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...socketGlobals.map((name) => ({ name, message: onlyThere })),
      ...(floor <= 2 ? [{ name: 'process', message: 'Floors 0 to 2 know no process' }] : []),
    ],
    'no-restricted-properties': [
      'error',
      ...onGlobalObjects,
      ...(floor <= 2
        ? [
            { object: 'Math', property: 'random', message: 'Randomness is given' },
            { object: 'Date', property: 'now', message: 'Clocks are given' },
          ]
        : []),
      ...(floor === 3
        ? [{ object: 'process', property: 'env', message: 'Only libs/runtime reads the environment' }]
        : []),
    ],
    'no-restricted-syntax': [
      'error',
      ...(mayOpenSockets.includes(path) || mayListen.includes(path) ? [] : roundabout),
      ...(floor <= 2
        ? [
            {
              selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
              message: 'Clocks are given',
            },
          ]
        : []),
    ],
  },
}))

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', '.nx/**', '**/models/**', '**/gazetteers/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  ...floorRules,
  {
    files: ['apps/reader/src/**/*.{ts,tsx}'],
    ignores: tests,
    // In the browser: its own origin is all it talks to
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
)
