import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { importsOf, projects, root, sourcesOf } from './projects.ts'

const all = projects()
const byName = new Map(all.map((project) => [project.name, project]))
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

test('the law of floors: every import goes to a strictly lower floor, and nobody imports an app', () => {
  const upward = all.flatMap((project) =>
    sourcesOf(project).flatMap((file) =>
      importsOf(file).flatMap((name) => {
        const other = byName.get(packageOf(name))
        const wrong =
          other && other !== project && (other.floor >= project.floor || other.path.startsWith('apps/'))
        return wrong
          ? [
              `${path.relative(root, file)} (floor ${project.floor}) imports ${other.path} (floor ${other.floor})`,
            ]
          : []
      }),
    ),
  )
  expect(upward).toEqual([])
})

test('what a project imports stands in its package.json, and relative imports stay inside it', () => {
  const wrong = all.flatMap((project) =>
    sourcesOf(project).flatMap((file) =>
      importsOf(file).flatMap((name) => {
        if (name.startsWith('node:')) return []
        // What tests share stands with them outside of what ships
        if (name === '@jest/globals' && file.includes('/testing/')) return []
        if (name.startsWith('.')) {
          const target = path.relative(path.join(root, project.path), path.resolve(path.dirname(file), name))
          return target.startsWith('..') && !name.includes('/dist/')
            ? [`${path.relative(root, file)} imports ${name}`]
            : []
        }
        const wanted = packageOf(name)
        return wanted === project.name || project.dependencies.includes(wanted)
          ? []
          : [`${project.path} imports ${wanted} without naming it`]
      }),
    ),
  )
  expect([...new Set(wrong)]).toEqual([])
})

test('floors 0 to 2 do no I/O: no node modules, no clock, no randomness, no process', () => {
  const forbidden = /\b\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|(?<![.\w])fetch\(/
  const touching = all
    .filter(({ floor, path: at }) => floor <= 2 && at.startsWith('libs/'))
    .flatMap(sourcesOf)
    .filter((file) => !/\/(?:fixtures|testing)\//.test(file))
    .flatMap((file) => {
      const lines = importsOf(file).some((name) => name.startsWith('node:') && name !== 'node:buffer')
        ? [file]
        : []
      return lines.length > 0 || forbidden.test(withoutComments(file)) ? [path.relative(root, file)] : []
    })
  expect(touching).toEqual([])
})

test('every project is in the build order of tsc', () => {
  const { references } = JSON.parse(fs.readFileSync(path.join(root, 'tsconfig.json'), 'utf8')) as {
    references: { path: string }[]
  }
  const typed = all
    .filter((project) => sourcesOf(project).some((file) => /\.tsx?$/.test(file)))
    .map((project) => project.path)
  expect(references.map((r) => r.path).sort()).toEqual(typed.sort())
})

function withoutComments(file: string): string {
  return fs.readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '')
}
