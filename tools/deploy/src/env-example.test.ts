import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { readEnv, settings } from '@newsbraid/runtime'
import { composeSettings, renderEnvExample } from './env-example.ts'
import { root } from './testing/root.ts'

const text = fs.readFileSync(path.join(root, '.env.example'), 'utf8')

test('.env.example is what the settings say; `node tools/deploy/write-env-example.mjs` writes it', () => {
  expect(text).toBe(renderEnvExample())
})

test('.env.example shows every setting with its default', () => {
  const shown = Object.fromEntries(
    [...text.matchAll(/^#(\w+)="?(.*?)"?$/gm)].map(([, name, value]) => [name, value]),
  )
  expect(readEnv(shown)).toEqual(readEnv({}))
  for (const name of Object.keys(settings)) expect(shown).toHaveProperty(name)
})

test('.env.example holds no password', () => {
  const active = [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => ({ name, value }))
  expect(active).toEqual(
    composeSettings.filter(({ required }) => required).map(({ name }) => ({ name, value: '' })),
  )
})
