// npm start: prepares what is missing, then runs the product for real use. No demo data.
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { build, install, migrate, root, stop } from './steps.mjs'

process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_ENV ??= 'production'
const url = (process.env.DATABASE_URL ??= 'file:./data/i-to-so.db')
if (!url.startsWith('file:'))
  stop(
    `DATABASE_URL is "${url}".`,
    'It must begin with file: and name the SQLite file, for example file:./data/i-to-so.db',
  )
install()
mkdirSync(path.dirname(url.replace(/^file:/, '')), { recursive: true })
build()
migrate(url)
await import('./start.mjs')
