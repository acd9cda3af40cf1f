import fs from 'node:fs'
import path from 'node:path'

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let count = 0

/**
 * Notes this process as a user of the embedded server. `sole`: nobody else was there; `moveOut` takes the note away and
 * tells whether it was the last.
 */
export function moveIn(folder: string): { sole: boolean; moveOut: () => boolean } {
  fs.mkdirSync(folder, { recursive: true })
  const name = `${process.pid}.${++count}`
  const note = path.join(folder, name)
  const others = (): number => {
    let living = 0
    for (const other of fs.readdirSync(folder))
      if (isAlive(Number.parseInt(other, 10))) living += other === name ? 0 : 1
      else fs.rmSync(path.join(folder, other), { force: true })
    return living
  }
  const sole = others() === 0
  fs.writeFileSync(note, '')
  return {
    sole,
    moveOut() {
      fs.rmSync(note, { force: true })
      return others() === 0
    },
  }
}
