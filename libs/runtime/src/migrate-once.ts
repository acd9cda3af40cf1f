import pino from 'pino'
import { readEnv } from './config/settings.ts'
import { toConfig } from './config/to-config.ts'
import { openLine } from './open-line.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * Opens store and queue as the settings say, which brings their schemas up to date and refuses a queue server that
 * evicts, and closes them again. A failure is told and sets exit code 1.
 */
export async function migrateOnce(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  try {
    const config = toConfig(readEnv(env))
    const logger = pino({ level: config.logLevel, base: { service: 'migrate' } })
    const open = await openLine(config, logger, { workers: 0 })
    const { rows } = await open.database.pool.query<{ name: string }>(
      'SELECT name FROM migrations ORDER BY name',
    )
    await open.close()
    logger.info({ migrations: rows.map(({ name }) => name) }, 'the database has the newest schema')
  } catch (error) {
    tellFailure('migrate', error)
  }
}
