// npm run demo: a fresh clone becomes a running demo province in one command.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { bin, build, install, migrate, root, step } from './steps.mjs'

process.chdir(root)
const file = 'data/demo.db'
const url = `file:./${file}`
process.env.DATABASE_URL = url
process.env.NODE_ENV = 'production'
process.env.LOG_LEVEL ??= 'warn'
install()
mkdirSync('data', { recursive: true })
build()
if (!existsSync(file)) {
  const making = `${file}.making`
  for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true })
  const making_url = `file:./${making}`
  migrate(making_url)
  step('Filling the demo province', bin('tsx'), ['scripts/demo-data.ts'], {
    env: { DATABASE_URL: making_url },
  })
  renameSync(making, file)
} else {
  migrate(url)
}
await import('./start.mjs')
const { demoAccounts } = await import('./demo-accounts.mjs')
console.log('Dữ liệu mẫu để xem thử. / Sample data only.\n')
console.table(
  Object.fromEntries(demoAccounts.map(({ role, username, password }) => [role, { username, password }])),
)
