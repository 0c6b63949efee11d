import { describe, expect, it } from 'vitest'
import { actor, campaign, invitee, person, plannerGrant } from '../../tests/builders/campaign'
import { close, submitted } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'
import { wholeFile } from '../../tests/builders/whole-file'
import { possibleCounts, type ReleasedCell } from '../../tests/builders/released-program'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { readCsv } = await import('~/formats/csv')
const { parseGapQuery } = await import('./gap-query')
const { figureOf, isShown } = await import('./figures')
const { releasedFigures } = await import('./released.server')
const { reportCampaign } = await import('./report-campaign.server')
const { leastRoom } = await import('./leave-room')
const { measureReport } = await import('./measure-report.server')
const { reportCsv } = await import('~/interchange/workbook/report-csv.server')

const provinceCode = '04'
const communes = communesIn(provinceCode)
  .slice(0, 4)
  .map(({ code }) => code)
const planner = actor({ grants: [plannerGrant(provinceCode)] })
const departmentOf: Record<string, string> = {
  'office-statistics': 'office',
  finance: 'economy',
  construction: 'economy',
  'one-stop-reception': 'service-centre',
}
/** Everybody needs 4.1, 7.3 and 7.4; in domain 4 nothing else. */
const measures = ['4.1', 'd:4', '7.3', '7.4', 'd:7']
/** The released share is the mean over so many drawn tables, so that people × share is a whole number of such parts. */
const unit = 200

/** A released campaign: how many of each position answered in each commune, and up to which level they know. */
async function released(
  communesOf: [level: number, people: Record<string, number>][],
  day: number,
): Promise<string> {
  const campaignId = await campaign({ provinceCode, communeCodes: communes })
  for (const [c, [level, people]] of communesOf.entries())
    for (const [positionCode, n] of Object.entries(people))
      for (let i = 0; i < n; i += 1)
        await submitted({
          campaignId,
          provinceCode,
          communeCode: communes[c]!,
          positionCode,
          departmentCode: departmentOf[positionCode]!,
          level: level < 0 ? i % 4 : level,
        })
  const silent = await person({ provinceCode, communeCode: communes[1]!, positionCode: 'finance' })
  await invitee({
    campaignId,
    personId: silent.personId,
    communeCode: communes[1]!,
    positionCode: 'finance',
    departmentCode: 'economy',
    targets: { '4.1': 2, '7.3': 2, '7.4': 2 },
  })
  await close(campaignId, new Date(Date.UTC(2026, 10, day)))
  return campaignId
}

/** People asked, by place and group: what everybody knows. */
function asked(campaignId: string): Map<string, number> {
  const people = reader.sql.all<{ place: string; position: string; department: string }>(
    'SELECT communeCode AS place, positionCode AS position, departmentCode AS department FROM Invitee WHERE campaignId = ?',
    campaignId,
  )
  const counts = new Map<string, number>()
  for (const { place, position, department } of people)
    for (const at of [place, ''])
      for (const group of ['', `department:${department}`, `position:${position}`])
        counts.set(`${at}|${group}`, (counts.get(`${at}|${group}`) ?? 0) + 1)
  return counts
}

/**
 * Every figure of every place, group and measure, as the province's screens show it under each filter, and as the tab of
 * positions and the files give those of the whole province. A cell of a group that no figure is released of there is known
 * only for its people.
 */
function tables(campaignId: string): { cell: ReleasedCell; isHidden: boolean }[] {
  const people = asked(campaignId)
  const released = releasedFigures(reportCampaign(campaignId))
  const groups = [...new Set([...people.keys()].map((key) => key.split('|')[1]!))]
  return groups.flatMap((group) =>
    measures.flatMap((measure) => {
      const view = parseGapQuery(new URLSearchParams({ group }))
      const { group: chosen, rows } = measureReport(planner, campaignId, measure, view)
      const isOffered = (chosen?.value ?? '') === group
      const whole = { code: '', figure: figureOf(released, '', group, measure) }
      return [
        whole,
        ...rows.map(({ code, figure }) => ({ code, figure: isOffered ? figure : null })),
      ].flatMap(({ code, figure }) => {
        const n = people.get(`${code}|${group}`)
        if (n === undefined) return []
        const count = isShown(figure) ? Math.round(figure.share * n * unit) : null
        if (isShown(figure)) expect(figure.people).toBe(n)
        return [
          {
            cell: { campaign: campaignId, place: code, group, measure, people: n, count },
            isHidden: figure === 'hidden',
          },
        ]
      })
    }),
  )
}

const first = await released(
  [
    [0, { 'office-statistics': 6, finance: 3, construction: 1, 'one-stop-reception': 2 }],
    [-1, { 'office-statistics': 12, finance: 7, construction: 6, 'one-stop-reception': 8 }],
    [3, { 'office-statistics': 5, finance: 2, construction: 2, 'one-stop-reception': 3 }],
    [-1, { 'office-statistics': 9, finance: 4, 'one-stop-reception': 6 }],
  ],
  12,
)
const second = await released(
  [
    [0, { 'office-statistics': 6, finance: 3, construction: 1, 'one-stop-reception': 3 }],
    [-1, { 'office-statistics': 12, finance: 7, construction: 6, 'one-stop-reception': 8 }],
    [3, { 'office-statistics': 5, finance: 2, construction: 3, 'one-stop-reception': 3 }],
  ],
  20,
)
const all = [...tables(first), ...tables(second)]
/** By their people alone nothing of its departments and positions shows: the larger of two would tell of the smaller. */
const small = await released([[-1, { 'office-statistics': 8, finance: 2 }]], 25)

describe('the released tables of a campaign', () => {
  it('show figures and hide others, so that there is something to work out', () => {
    for (const campaignId of [first, second]) {
      const own = all.filter(({ cell }) => cell.campaign === campaignId)
      expect(own.filter(({ cell }) => cell.count !== null).length).toBeGreaterThan(10)
      expect(own.filter(({ isHidden }) => isHidden).length).toBeGreaterThan(20)
    }
  })

  it('leave to every suppressed cell min(n, 4) + 1 counts below target, all of two releases being known', () => {
    const ask = all.flatMap(({ isHidden }, i) => (isHidden ? [i] : []))
    const known = {
      unit,
      widerOf: (group: string) =>
        group.startsWith('position:') ? `department:${departmentOf[group.slice('position:'.length)]!}` : '',
      onlyPart: (_: string, measure: string) => (measure === 'd:4' ? '4.1' : null),
    }
    const cells = all.map(({ cell }) => cell)
    const possible = possibleCounts(cells, known, ask)
    for (const [at, i] of ask.entries()) {
      const { place, group, measure, people } = cells[i]!
      expect(possible[at], `${place} ${group} ${measure}`).toBeGreaterThanOrEqual(leastRoom(people) + 1)
    }
  }, 60_000)

  it('are of positions for the whole province only, and of departments of a commune for domains only', () => {
    const keys = reader.sql.all<{ place: string; group: string; measure: string }>(
      'SELECT place, "group", measure FROM Estimate WHERE campaignId = ?',
      first,
    )
    const hidden = [...releasedFigures(reportCampaign(first)).hidden].map((key) => key.split('|'))
    const cells = [...keys.map((row) => [row.place, row.group, row.measure]), ...hidden]
    expect(cells.some(([place, group]) => place === '' && group!.startsWith('position:'))).toBe(true)
    for (const [place, group, measure] of cells.filter(([place, group]) => place !== '' && group !== '')) {
      expect(group, place).toMatch(/^department:/)
      expect(measure, `${place} ${group}`).toMatch(/^d:/)
    }
  })

  it('are of everybody only where nothing of departments and positions would show', () => {
    const rows = reader.sql.all<{ group: string; measure: string }>(
      'SELECT "group", measure FROM Estimate WHERE campaignId = ?',
      small,
    )
    // Of a domain everybody shows, of a department or a position of eight beside one of two nothing is kept.
    expect(rows.filter(({ measure }) => measure === 'd:4').map(({ group }) => group)).toEqual(['', ''])
    const { group, departments } = measureReport(
      planner,
      small,
      'd:4',
      parseGapQuery(new URLSearchParams({ group: 'department:office' })),
    )
    expect([group, departments]).toEqual([null, []])
  })

  it('are the same in the export, which holds no figure that a screen hides', async () => {
    const read = readCsv(await wholeFile(reportCsv(planner, first, 'vi').body))
    if (!read.ok) throw new Error(read.problem.code)
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    const shares = new Map<string, unknown>(
      read.sheets[0]!.rows.slice(1).map((row) => {
        const place = text(row[0]) === provinceCode ? '' : text(row[0])
        return [`${place}|${text(row[4])}|${text(row[2])}`, row[8] ?? null]
      }),
    )
    let compared = 0
    for (const { cell, isHidden } of tables(first)) {
      const key = `${cell.place}|${cell.group}|${cell.measure}`
      if (!shares.has(key)) continue
      compared += 1
      if (isHidden) expect(shares.get(key), key).toBeNull()
    }
    expect(compared).toBeGreaterThan(60)
  })
})
