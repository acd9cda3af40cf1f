import path from 'node:path'
import { expect, test } from '@jest/globals'
import { importsOf, projects, sourcesOf } from './projects.ts'

/** Files that reach themselves through imports, each cycle once (Tarjan's strongly connected components, iterative by recursion depth of a project). */
function cycles(files: readonly string[]): string[][] {
  const known = new Set(files)
  const next = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => path.resolve(path.dirname(file), name))
        .filter((to) => known.has(to)),
    ]),
  )
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    for (const to of next.get(file) ?? [])
      if (!index.has(to)) {
        visit(to)
        low.set(file, Math.min(low.get(file)!, low.get(to)!))
      } else if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, index.get(to)!))
    if (low.get(file) !== index.get(file)) return
    const component = stack.splice(stack.indexOf(file))
    if (component.length > 1 || next.get(file)?.includes(file)) found.push(component)
  }
  for (const file of files) if (!index.has(file)) visit(file)
  return found
}

test.each(projects().map((project) => [project.path, project] as const))(
  '%s has no circular imports',
  (_path, project) => {
    expect(cycles(sourcesOf(project)).map((cycle) => cycle.map((file) => path.basename(file)))).toEqual([])
  },
)
