import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../builders/database'
import { world, type PlaceSamples } from '../builders/world'
import { address, manifest } from '../fixtures/manifest'
import { startServer } from '../fixtures/server'
import { roles, type Row } from './access-row'
import { table } from './access-table'

// The whole walk over HTTP, against the product as it is built: every route, every role, own place and other place.
await freshDatabase()
const { here, beside, elsewhere, signedIn } = await world()
const { reader } = await import('~/platform/db/db.server')
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-access-'))
const server = await startServer(
  process.env.DATABASE_URL!.replace('file:', ''),
  path.join(folder, 'server.log'),
)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Caller = 'nobody' | (typeof roles)[number]
const callers: Caller[] = ['nobody', ...roles]

/** The other place: of the same province for who is bound to a commune, where the route names one. */
function otherPlace(caller: Caller, route: string): PlaceSamples {
  const bound = caller === 'leader' || caller === 'learner'
  return bound && /:code|:personId/.test(route) ? beside : elsewhere
}

function cells(line: string): Map<Caller, { own: string; other: string }> {
  const found = line.trim().split(/\s+/)
  expect(found, line).toHaveLength(callers.length)
  return new Map(
    callers.map((caller, i) => {
      const [own = '', other = own] = found[i]!.split('/')
      return [caller, { own, other }]
    }),
  )
}

async function ask(
  caller: Caller,
  route: string,
  row: Row,
  at: PlaceSamples,
  method: 'GET' | 'POST',
): Promise<string> {
  const url = server.url + address(route === '*' ? 'no-such-page' : route, row.params?.(at))
  const headers = { cookie: caller === 'nobody' ? '' : signedIn[caller].cookie }
  const response = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    body: method === 'POST' ? new URLSearchParams(row.form ?? {}) : undefined,
  })
  await response.arrayBuffer()
  return String(response.status)
}

/** What may not change when somebody is refused. */
function contents(): string {
  const tables = [
    'Account',
    'RoleGrant',
    'ActivationSlip',
    'Campaign',
    'Invitee',
    'Sitting',
    'Response',
    'Consent',
    'TargetProfile',
    'Person',
    'PersonCommune',
    'PersonPosition',
    'RosterImport',
    'Department',
    'Position',
    'WorkSystem',
    'CommunityTeam',
    'Enrolment',
    'LearningRecord',
    'QuizAttempt',
    'QuizResponse',
    'Certificate',
    'AuditEntry',
    'MeasurementStandard',
    'ParameterVersion',
    'Estimate',
    'ReleasedPart',
    'SittingAbility',
    'SittingItem',
    'PaperBatch',
    'LocalFact',
    'PracticeRun',
    'PracticeMove',
    'ProblemReport',
    'TrainingPlan',
    'PlanScenario',
    'PlanTrainer',
    'PlanVenue',
    'CostNorms',
    'CommuneContact',
    'Indicator',
    'IndicatorImport',
    'MailMessage',
    'Nudge',
    'ReminderPlan',
    'ScorecardVersion',
    'ScorecardEntry',
    'ScorecardSnapshot',
    'ApiToken',
  ]
  return JSON.stringify(tables.map((name) => [name, reader.sql.all(`SELECT * FROM ${name}`)]))
}

test('the table names every route of the manifest and no other', () => {
  expect(Object.keys(table).sort()).toEqual(manifest.map(({ path: route }) => route).sort())
})

for (const { path: route, file } of manifest) {
  test(`GET /${route}`, async () => {
    const row = table[route]
    expect(row, `a row for /${route} (${file}) in tests/routes/access-table.ts`).toBeDefined()
    const seen: string[] = []
    const wanted: string[] = []
    for (const [caller, { own, other }] of cells(row!.get)) {
      wanted.push(`${caller} ${own}/${other}`)
      seen.push(
        `${caller} ${await ask(caller, route, row!, here, 'GET')}/${row!.params ? await ask(caller, route, row!, otherPlace(caller, route), 'GET') : other}`,
      )
    }
    expect(seen).toEqual(wanted)
  })
}

test('who is not allowed to act is refused, and nothing changes', async () => {
  const before = contents()
  const seen: string[] = []
  const wanted: string[] = []
  for (const { path: route } of manifest) {
    const row = table[route]
    for (const [caller, { own, other }] of row?.post ? cells(row.post) : []) {
      for (const [status, at] of [
        [own, here],
        [other, otherPlace(caller, route)],
      ] as const) {
        if (status === 'ok' || !row) continue
        wanted.push(`${caller} POST /${route} ${status}`)
        seen.push(`${caller} POST /${route} ${await ask(caller, route, row, at, 'POST')}`)
      }
    }
  }
  expect(seen).toEqual(wanted)
  expect(contents()).toBe(before)
})

test('a route without an action takes no POST', async () => {
  for (const { path: route } of manifest) {
    const row = table[route]
    if (row && !row.post && route !== '*')
      expect(await ask('planner', route, row, here, 'POST'), route).toBe('405')
  }
})
