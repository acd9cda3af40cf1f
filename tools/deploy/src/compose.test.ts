import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DRAIN_MS, settings } from '@newsbraid/runtime'
import { decidedByCompose } from './env-example.ts'
import { type ComposeService, composeText, readCompose } from './testing/compose-file.ts'
import { lastStep, readDockerfile } from './testing/dockerfile.ts'
import { hasProgram } from './testing/programs.ts'
import { root } from './testing/root.ts'

const secrets = { POSTGRES_PASSWORD: 'pg5ecret', VALKEY_PASSWORD: 'vk5ecret', ADMIN_PASSWORD: 'ad5ecret' }
const compose = readCompose(secrets)
const services = Object.entries(compose.services)
const stages = readDockerfile()
const apps = fs
  .readdirSync(path.join(root, 'apps'))
  .filter((name) => fs.existsSync(path.join(root, 'apps', name, 'src/main.ts')))
const ours = services.filter(([, { build }]) => build)
const running = ours.filter(([name]) => !['migrate', 'cli'].includes(name))
const stores = services.filter(([, { build }]) => !build)

const seconds = (time: string): number => Number.parseInt(time, 10) * (time.endsWith('m') ? 60 : 1)
const runNode = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
  })

describe('every app', () => {
  test('has a target in the Dockerfile and a service in docker-compose.yml', () => {
    expect(apps).toContain('cleaner')
    for (const app of apps) {
      expect(stages.has(app)).toBe(true)
      expect(compose.services[app]?.build?.target).toBe(app)
    }
    expect(ours.map(([name]) => name).sort()).toEqual([...apps].sort())
  })

  test.each(apps)('%s starts its own bundle, as an ordinary user, from a base of an exact version', (app) => {
    const stage = stages.get(app)!
    expect(lastStep(stage, app === 'cli' ? 'ENTRYPOINT' : 'CMD')).toBe(`["node", "dist/apps/${app}/main.js"]`)
    expect(stage.steps.filter(({ word }) => word === 'COPY').map(({ args }) => args)).toContain(
      `--from=build /app/dist/apps/${app} ./dist/apps/${app}`,
    )
    expect(lastStep(stage, 'USER')).toBe('node')
    expect(lastStep(stage, 'HEALTHCHECK')).toBeDefined()
    expect(stages.get('base')!.from).toMatch(/^node:20\.\d+\.\d+-bookworm-slim$/)
  })

  test('only what may run alone brings the embedded database along', () => {
    for (const app of apps) {
      const packages = stages.get(app)!.steps.find(({ args }) => args.endsWith(' ./node_modules'))?.args
      const from = packages?.match(/--from=(\S+)/)?.[1] ?? ''
      const install = stages.get(from)?.steps.findLast(({ args }) => args.startsWith('npm ci'))?.args ?? ''
      expect(install).toContain('--omit=dev')
      expect(install.includes('--omit=optional')).toBe(!['standalone', 'cli'].includes(app))
    }
  })
})

describe('docker-compose.yml', () => {
  test.each(services)(
    '%s is confined: no root, no capabilities, read-only files, limits, rotated logs',
    (_name, service) => {
      expect(service.user).toMatch(/^(?:node|postgres|valkey)$/)
      expect(service.cap_drop).toEqual(['ALL'])
      expect(service.security_opt).toEqual(['no-new-privileges:true'])
      expect(service.read_only).toBe(true)
      expect(service.init).toBe(true)
      expect(service.privileged).toBeUndefined()
      expect(service.tmpfs?.[0]).toMatch(/^\/tmp:size=\d+m$/)
      expect(service.mem_limit).toMatch(/^\d+[mg]$/)
      expect(service.cpus).toBeGreaterThan(0)
      expect(service.pids_limit).toBeGreaterThan(0)
      expect(service.logging?.options).toEqual({ 'max-size': '10m', 'max-file': '3' })
    },
  )

  test.each([...running, ...stores])('%s is restarted, and asked how it is', (_name, service) => {
    expect(service.restart).toBe('unless-stopped')
    expect(service.healthcheck?.test?.length).toBeGreaterThan(1)
  })

  test.each(running)('%s has longer to stop than it takes to drain', (_name, service) => {
    expect(seconds(service.stop_grace_period!)).toBeGreaterThanOrEqual(DRAIN_MS / 1000 + 5)
  })

  test('only what serves pages publishes a port, on loopback unless told otherwise', () => {
    const publishing = services.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])
    expect(publishing).toEqual([
      ['api', ['127.0.0.1:3000:3000']],
      ['standalone', ['127.0.0.1:3000:3000']],
    ])
    expect(compose.services['standalone']?.profiles).toEqual(['standalone'])
  })

  test('database and queue are reached from inside alone', () => {
    expect(compose.networks['inside']?.internal).toBe(true)
    for (const [, { networks }] of stores) expect(networks).toEqual(['inside'])
    const goingOut = services
      .filter(([, { networks }]) => networks?.includes('outside'))
      .map(([name]) => name)
    expect(goingOut).toEqual(['api', 'fetcher', 'poller', 'standalone'])
  })

  test('database and queue keep their data in volumes; the queue writes to disk and evicts nothing', () => {
    for (const [, { volumes, image }] of stores) {
      expect(compose.volumes).toHaveProperty(volumes![0]!.split(':')[0]!)
      expect(image).toMatch(/:\d+\.\d+(?:\.\d+)?-\w+$/)
    }
    const command = compose.services['valkey']!.command!.join(' ')
    expect(command).toContain('--appendonly yes')
    expect(command).toContain('--maxmemory-policy noeviction')
  })

  test('services wait for the migration, the migration for database and queue', () => {
    const healthy = { postgres: { condition: 'service_healthy' }, valkey: { condition: 'service_healthy' } }
    expect(compose.services['migrate']?.depends_on).toEqual(healthy)
    for (const [name, { depends_on }] of running.filter(([name]) => name !== 'standalone'))
      expect([name, depends_on]).toEqual([
        name,
        { migrate: { condition: 'service_completed_successfully' }, ...healthy },
      ])
  })

  test('any number of containers of a service may run: nothing is named or published twice', () => {
    for (const [, { container_name }] of services) expect(container_name).toBeUndefined()
    for (const name of ['poller', 'fetcher', 'cleaner', 'extractor', 'deduplicator'])
      expect(compose.services[name]?.ports).toBeUndefined()
  })

  test('it holds no secrets and refuses to start without them', () => {
    for (const name of Object.keys(secrets))
      expect(() => readCompose({ ...secrets, [name]: '' })).toThrow(`set ${name} in .env`)
    const held = composeText().match(/^\s*\w*(?:PASSWORD|SECRET|TOKEN|KEYS?)\w*: .*$/gm)!
    expect(held.length).toBeGreaterThan(3)
    for (const line of held) expect(line).toMatch(/: \$\{\w+:(?:\?|-\})/)
    for (const [, address] of composeText().matchAll(/\w+:\/\/[^:]*:([^@]*)@/g))
      expect(address).toMatch(/^\$\{\w+:\?/)
  })

  test('every setting can be given in .env, but those that it decides itself', () => {
    const given = Object.fromEntries(Object.keys(settings).map((name) => [name, `given-${name}`]))
    const reached = new Set(
      Object.values(readCompose({ ...secrets, ...given }).services).flatMap(
        ({ environment }: ComposeService) =>
          Object.entries(environment ?? {}).flatMap(([name, value]) =>
            value === `given-${name}` ? [name] : [],
          ),
      ),
    )
    const open = Object.keys(settings).filter((name) => !decidedByCompose.some((decided) => decided === name))
    expect([...reached].filter((name) => name in settings).sort()).toEqual(open.sort())
  })
})

describe('the linters agree', () => {
  const compose129 = hasProgram('docker-compose')
  if (!compose129) console.warn('No docker-compose on this machine: it is not asked about docker-compose.yml')
  const withCompose = compose129 ? test : test.skip
  withCompose('docker-compose reads docker-compose.yml as the tests do', () => {
    const asked = spawnSync('docker-compose', ['--file', 'docker-compose.yml', 'config'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...secrets },
    })
    expect(asked.stderr).toBe('')
    expect(asked.status).toBe(0)
    expect(asked.stdout).toContain(
      `DATABASE_URL: ${compose.services['cleaner']!.environment!['DATABASE_URL']}`,
    )
    expect(asked.stdout).toContain('127.0.0.1:3000:3000/tcp')
  })

  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const withDclint = major > 20 || (major === 20 && minor >= 19) ? test : test.skip
  withDclint('dclint finds nothing in docker-compose.yml', () => {
    const found = runNode(
      'dclint/bin/dclint.cjs',
      '--config',
      'tools/deploy/dclint.json',
      '--max-warnings',
      '0',
      'docker-compose.yml',
    )
    expect((found.stdout + found.stderr).trim()).toBe('')
    expect(found.status).toBe(0)
  })

  test('dockerfilelint finds nothing in the Dockerfile', () => {
    const found = runNode(
      'dockerfilelint/bin/dockerfilelint',
      '--config',
      'tools/deploy',
      '--json',
      'Dockerfile',
    )
    expect(JSON.parse(found.stdout)).toMatchObject({ totalIssues: 0 })
    expect(found.status).toBe(0)
  })
})
