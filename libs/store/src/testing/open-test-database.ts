import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Database, openDatabase } from '../database.ts'

/** A fresh, migrated, embedded database in a folder of its own; closing it removes the folder. */
export async function openTestDatabase(): Promise<Database & { dataDir: string }> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-test-'))
  const database = await openDatabase({ dataDir })
  return {
    ...database,
    dataDir,
    async close() {
      await database.close()
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}
