// Issues a token of a province through the use case, for a bench that asks the API of a server over the same database.
import { writeFileSync } from 'node:fs'
import { issueToken } from '~/interchange/api/tokens/issue-token.server'
import { closeDatabase, openDatabase } from '~/platform/db/db.server'

const [file, provinceCode] = process.argv.slice(2) as [string, string]

await openDatabase()
const planner = {
  accountId: 'bench',
  personId: null,
  displayName: '',
  grants: [{ role: 'planner' as const, provinceCode, communeCode: null }],
}
const { issued } = await issueToken(planner, { name: 'Bench', province: provinceCode, days: 90 })
if (!issued) throw new Error('the token was not issued')
writeFileSync(file, JSON.stringify({ token: issued.token }))
await closeDatabase()
