import fs from 'node:fs'
import path from 'node:path'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Notes this process as a user of the embedded server; the returned function takes the note away and tells whether it was the last. */
export function moveIn(folder: string): () => boolean {
  fs.mkdirSync(folder, { recursive: true })
  const note = path.join(folder, String(process.pid))
  fs.writeFileSync(note, '')
  return () => {
    fs.rmSync(note, { force: true })
    let others = 0
    for (const name of fs.readdirSync(folder))
      if (alive(Number(name))) others++
      else fs.rmSync(path.join(folder, name), { force: true })
    return others === 0
  }
}

export const isAlive = alive
