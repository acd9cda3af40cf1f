// Writes .env.example anew from the settings; run it after a build, whenever a setting changes.
import fs from 'node:fs'
import path from 'node:path'
import { renderEnvExample } from './dist/index.js'

fs.writeFileSync(path.resolve(import.meta.dirname, '../../.env.example'), renderEnvExample())
