import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Project = { path: string; name: string; floor: number; dependencies: string[] }

export const root = path.resolve(import.meta.dirname, '../../..')

/** Every workspace with its floor tag, read off the package files alone. Throws where a tag is missing. */
export function projects(): Project[] {
  return ['libs', 'apps', 'tools'].flatMap((kind) =>
    fs
      .readdirSync(path.join(root, kind))
      .filter((name) => fs.existsSync(path.join(root, kind, name, 'package.json')))
      .map((name) => {
        const manifest = JSON.parse(fs.readFileSync(path.join(root, kind, name, 'package.json'), 'utf8')) as {
          name: string
          nx?: { tags?: string[] }
          dependencies?: Record<string, string>
          devDependencies?: Record<string, string>
        }
        const floor = manifest.nx?.tags
          ?.map((tag) => /^floor:(\d)$/.exec(tag)?.[1])
          .find((f) => f !== undefined)
        if (floor === undefined)
          throw new Error(`Cannot find the floor of "${kind}/${name}": package.json has no tag "floor:N"`)
        return {
          path: `${kind}/${name}`,
          name: manifest.name,
          floor: Number(floor),
          dependencies: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
        }
      }),
  )
}

/** TypeScript sources below a project, tests left out. */
export function sourcesOf(project: Project): string[] {
  const below = (folder: string): string[] =>
    fs.existsSync(folder)
      ? fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
          const file = path.join(folder, entry.name)
          return entry.isDirectory()
            ? below(file)
            : /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
              ? [file]
              : []
        })
      : []
  return below(path.join(root, project.path, 'src'))
}

/** What a file imports, types included, as written. */
export const importsOf = (file: string): string[] =>
  ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
