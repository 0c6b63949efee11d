// npm run bench:documents: what leaves the system, and what that costs: the workbook and the CSV of 3,321 communes, a province's
// official documents, and pages of the API.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFirst, runNode, withCountryServer } from './country-server'
import { benchApi } from './documents/api'
import { benchPapers, madeProvince } from './documents/papers'
import { benchWorkbook } from './documents/workbook'

/** Bắc Ninh: 99 communes. */
const province = '24'

await buildFirst()
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-documents-'))
const file = (name: string) => path.join(folder, name)
try {
  const kept = await withCountryServer(
    async (server) => [
      (await benchWorkbook(server)).kept,
      await benchPapers(server, madeProvince(file('campaign.json'), file('plan.json'))),
      (await benchApi(server)).kept,
    ],
    (env) => {
      runNode(['--import', 'tsx', 'scripts/bench/heat-map-country.ts', file('campaign.json'), province], env)
      runNode(
        ['--import', 'tsx', 'scripts/bench/documents/province-plan.ts', file('plan.json'), province],
        env,
      )
    },
  )
  if (kept.includes(false)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
