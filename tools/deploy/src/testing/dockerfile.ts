import fs from 'node:fs'
import path from 'node:path'
import { root } from './root.ts'

export type Stage = {
  name: string
  from: string
  /** Instructions of the stages it goes on from, then its own: word and arguments */
  steps: { word: string; args: string }[]
}

/** The stages of a Dockerfile by name, each with what it inherits from the stages before it. */
export function readDockerfile(
  text = fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8'),
): Map<string, Stage> {
  const stages = new Map<string, Stage>()
  let current: Stage | undefined
  for (const line of text.replace(/\\\n\s*/g, ' ').split('\n')) {
    const [, word, args] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (!word || args === undefined) continue
    if (word === 'FROM') {
      const [from = '', , name = ''] = args.split(/\s+/)
      current = { name, from, steps: [...(stages.get(from)?.steps ?? [])] }
      stages.set(name, current)
    } else current?.steps.push({ word, args })
  }
  return stages
}

/** The last instruction of a kind that holds for a stage. */
export const lastStep = (stage: Stage, word: string): string | undefined =>
  stage.steps.findLast((step) => step.word === word)?.args

/** What a container of the stage runs: entrypoint, then command. */
export const commandOf = (stage: Stage): string[] =>
  ['ENTRYPOINT', 'CMD'].flatMap((word) => {
    const args = lastStep(stage, word)
    return args === undefined ? [] : (JSON.parse(args) as string[])
  })
