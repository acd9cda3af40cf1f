import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { root } from './root.ts'

export type ComposeService = {
  image?: string
  build?: { context: string; target: string }
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  networks?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test?: string[]; disable?: boolean; start_period?: string }
  user?: string
  restart?: string
  init?: boolean
  read_only?: boolean
  tmpfs?: string[]
  cap_drop?: string[]
  security_opt?: string[]
  stop_grace_period?: string
  mem_limit?: string
  cpus?: number
  pids_limit?: number
  profiles?: string[]
  logging?: { driver: string; options: Record<string, string> }
  privileged?: boolean
  container_name?: string
}

export type ComposeFile = {
  services: Record<string, ComposeService>
  networks: Record<string, { internal?: boolean }>
  volumes: Record<string, unknown>
}

export const composeText = (): string => fs.readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')

/** docker-compose.yml as docker-compose reads it when `.env` holds `values`. Throws where a value is asked for and missing. */
export function readCompose(values: Readonly<Record<string, string>>): ComposeFile {
  return fillIn(parse(composeText(), { merge: true }), values) as ComposeFile
}

function fillIn(node: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return interpolate(node, values)
  if (Array.isArray(node)) return node.map((item) => fillIn(item, values))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fillIn(value, values)]))
}

/** Compose's own rules: `${NAME}`, `${NAME:-default}`, `${NAME:?complaint}`, `$$` for a dollar sign. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g,
    (whole, name?: string, kind?: string, rest?: string) => {
      if (name === undefined) return '$'
      const value = values[name]
      if (value) return value
      if (kind === '?') throw new Error(`Cannot fill in ${whole}: ${rest}`)
      return kind === '-' ? (rest ?? '') : ''
    },
  )
}
