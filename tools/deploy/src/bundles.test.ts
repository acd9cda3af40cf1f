import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from './testing/root.ts'

type Locked = { version?: string; dev?: boolean; optional?: boolean; devOptional?: boolean; link?: boolean }
const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const split = ['api', 'cleaner', 'deduplicator', 'extractor', 'fetcher', 'migrate', 'poller']

/** Packages that a bundle asks the registry's node_modules for. */
function packagesOf(app: string): string[] {
  const file = path.join(root, 'dist/apps', app, 'main.js')
  if (!fs.existsSync(file)) throw new Error(`Cannot find "${file}"; run npm run build first`)
  const code = fs.readFileSync(file, 'utf8')
  const imports = [
    ...code.matchAll(/^(?:import|export)\b[^;"']*?(?:from )?"([^"\n]+)";?$|\bimport\("([^"\n]+)"\)/gm),
  ]
  const names = imports
    .map(([, still, dynamic]) => (still ?? dynamic)!)
    .filter((name) => /^[@a-z]/.test(name) && !name.startsWith('node:'))
  const roots = names.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  )
  return [...new Set(roots)].filter((name) => !builtinModules.includes(name)).sort()
}

test.each([...split, 'cli', 'standalone'])(
  'what %s imports is installed where its bundle finds it, also without development packages',
  (app) => {
    const needed = packagesOf(app)
    expect(needed).toEqual(expect.arrayContaining(['bullmq', 'pg', 'undici']))
    for (const name of needed) {
      const locked = packages[`node_modules/${name}`]
      const kept =
        locked !== undefined && !locked.dev && !locked.optional && !locked.devOptional && !locked.link
      expect({ name, kept }).toEqual({ name, kept: true })
    }
  },
)

test('no package lies below a workspace, where bundles would not find that version', () => {
  const hidden = Object.entries(packages).filter(
    ([at, { dev }]) => /^(?:libs|apps)\/[^/]+\/node_modules\//.test(at) && !dev,
  )
  expect(hidden.map(([at]) => at)).toEqual([])
})
