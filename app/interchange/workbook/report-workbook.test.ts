import { describe, expect, it } from 'vitest'
import { actor, leaderGrant, plannerGrant } from '../../../tests/builders/campaign'
import { closedCampaign } from '../../../tests/builders/closed-campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { resaved } from '../../../tests/builders/resaved'
import { wholeFile } from '../../../tests/builders/whole-file'
import type { CellValue } from '~/formats/table'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')
const { readCsv } = await import('~/formats/csv')
const { figureOf, isShown } = await import('~/gaps/figures')
const { reportWorkbook, workbookSheets } = await import('./report-workbook.server')
const { reportCsv } = await import('./report-csv.server')
const { exportSource } = await import('./export-source.server')
const { checkWorkbook } = await import('./check-workbook.server')
const { isWhole } = await import('./compare-workbook')
const { checkFault } = await import('./check-fault')

const province = '04'
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]
const [a, b] = communes
const planner = actor({ grants: [plannerGrant(province)] })
const { campaignId } = await closedCampaign(province, communes)
const { campaignId: otherId } = await closedCampaign(province, communes, {
  closedAt: new Date('2026-11-21T10:00:00Z'),
  more: 1,
})
const limits = { bytes: 1e7, unpackedBytes: 1e8, rows: 50_000, columns: 150, sheets: 60 }

async function sheetsOf(file: Buffer) {
  const read = await readWorkbook(file, limits)
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets
}

/** The workbook as somebody saved it after changing cells: `change` is given each sheet's name and rows. */
async function edited(change: (name: string, rows: CellValue[][]) => void): Promise<Buffer> {
  const sheets = await sheetsOf(await wholeFile(reportWorkbook(planner, campaignId, 'vi').body))
  return writeWorkbook(
    sheets.map(({ name, rows }) => {
      const own = rows.map((row) => [...row])
      change(name, own)
      const [heads, ...rest] = own
      return { name, columns: heads!.map((head) => ({ header: String(head ?? '') })), rows: rest }
    }),
  )
}

const checked = async (file: Uint8Array) => {
  const check = await checkWorkbook(planner, campaignId, file)
  if (check.kind !== 'compared') throw new Error(checkFault(check, 'vi'))
  return check
}

describe('the workbook of a report', () => {
  it('has its sheets in their order, and says on each that the data are samples', async () => {
    const { name, body } = reportWorkbook(planner, campaignId, 'vi')
    expect(name).toBe('khoang-trong-nang-luc-dot-thu-20261120.xlsx')
    const sheets = await sheetsOf(await wholeFile(body))
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Bìa',
      'Cách tính',
      'Tỉnh',
      'Các xã',
      'Năng lực',
      'Vị trí việc làm',
      'Số liệu',
      'Điều kiện làm việc',
      'Phiếu của xã',
      'Câu trả lời',
      'Kế hoạch tập huấn',
      'Chỉ số của xã',
    ])
    for (const { rows } of sheets) expect(String(rows[1]![0])).toContain('Dữ liệu mẫu')
    const cover = sheets[0]!.rows
    expect(cover.find(([term]) => term === 'Chốt số liệu')![1]).toEqual(new Date('2026-11-20T00:00:00Z'))
    expect(cover.find(([term]) => term === 'Số người đã nộp phiếu')![1]).toBe(46)
    expect(sheets[10]!.rows[2]![0]).toBe('Chưa có kế hoạch nào được lập từ đợt này.')
  })

  it('holds every released figure exactly, and no other: what is hidden is a word', async () => {
    const sheets = await sheetsOf(await wholeFile(reportWorkbook(planner, campaignId, 'vi').body))
    const source = exportSource(planner, campaignId, 'vi')
    const round = (value: number) => Math.round(value * 10_000) / 10_000
    let [shown, hidden] = [0, 0]
    for (const [sheet, domains] of [
      ['Các xã', true],
      ['Năng lực', false],
    ] as const) {
      const { rows } = sheets.find(({ name }) => name === sheet)!
      const measures = source.measures.filter(({ isDomain }) => isDomain === domains)
      const first = domains ? 5 : 2
      for (const { key, code } of source.places) {
        const row = rows.find((each) => each[0] === code)!
        for (const [i, measure] of measures.entries()) {
          const figure = figureOf(source.released, key, '', measure.code)
          const cells = [row[first + 2 * i] ?? null, row[first + 2 * i + 1] ?? null]
          if (isShown(figure)) {
            expect(cells).toEqual([round(figure.share), round((figure.high - figure.low) / 2)])
            shown += 1
          } else if (figure === 'hidden') {
            expect(cells).toEqual(['ẩn', null])
            hidden += 1
          } else expect(cells).toEqual([figure === null ? null : 'chưa đủ thông tin', null])
        }
      }
    }
    expect(shown).toBeGreaterThan(5)
    expect(hidden).toBeGreaterThan(0)
    const row = (place: string, group: string | null) =>
      sheets[6]!.rows.find((each) => each[0] === place && each[2] === '4.1' && each[4] === group)!
    expect(row(b, null).slice(5, 8)).toEqual(['Mọi người', 30, 30])
    const nothing = Array.from({ length: 16 }, () => null)
    expect(row(a, null).slice(6, 23)).toEqual([...nothing, 'ẩn'])
    expect(row(province, 'position:one-stop-reception').slice(6, 23)).toEqual([...nothing, 'ẩn'])
  })

  it('is given to planners of the province only, and not before the figures are out', async () => {
    const others = [leaderGrant(province, a), plannerGrant('19')].map((grant) => actor({ grants: [grant] }))
    for (const who of others) {
      expect(await refusal(() => reportWorkbook(who, campaignId, 'vi'))).toBe('notAllowed')
      expect(await refusal(() => reportCsv(who, campaignId, 'vi'))).toBe('notAllowed')
    }
    expect(await refusal(() => reportWorkbook(planner, 'nothing', 'vi'))).toBe('notFound')
  })

  it('writes CSV with the figures of the long table, which read back are the same', async () => {
    const { name, body } = reportCsv(planner, campaignId, 'en')
    expect(name).toMatch(/^competency-gaps-.*\.csv$/)
    const file = await wholeFile(body)
    expect(file.toString('utf8').startsWith('\ufeff')).toBe(true)
    const read = readCsv(file)
    if (!read.ok) throw new Error(read.problem.code)
    const figures = workbookSheets(exportSource(planner, campaignId, 'en')).find(
      ({ id }) => id === 'figures',
    )!
    const rows = [...figures.rows].slice(1)
    expect(read.sheets[0]!.rows).toEqual([
      figures.columns.map(({ header }) => header),
      ...rows.map((row) =>
        figures.columns.map((_, i) => {
          const value = row[i] ?? null
          return value === null || value === '' ? null : String(value)
        }),
      ),
    ])
    const hidden = read.sheets[0]!.rows.filter((row) => row[22] === 'hidden')
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.every((row) => row.slice(6, 16).every((cell) => cell === null))).toBe(true)
  })
})

describe('a workbook that comes back', () => {
  it.each(['vi', 'en'] as const)('gives the same figures (%s)', async (locale) => {
    const check = await checked(await wholeFile(reportWorkbook(planner, campaignId, locale).body))
    expect(isWhole(check)).toBe(true)
    expect(check.sameRelease).toBe(true)
    const figures = check.sheets.reduce((sum, sheet) => sum + sheet.figures, 0)
    expect(figures).toBeGreaterThan(250)
  })

  it('gives the same figures when another program saved it, sorted', async () => {
    const file = await edited((_, rows) => {
      const [head, mark, ...rest] = rows
      rows.splice(0, rows.length, head!, mark!, ...rest.reverse())
    })
    expect(isWhole(await checked(file))).toBe(true)
  })

  it('names the figure that somebody changed, the hidden one that somebody filled in, and the row that is gone', async () => {
    const file = await edited((name, rows) => {
      if (name !== 'Số liệu') return
      const at = rows.findIndex((row) => row[0] === b && row[2] === '4.1' && row[4] === null)
      rows[at]![8] = 0.01
      const secret = rows.findIndex((row) => row[0] === a && row[2] === '4.1' && row[4] === null)
      rows[secret]![8] = 0.4
      rows.pop()
    })
    const check = await checked(file)
    expect(isWhole(check)).toBe(false)
    const figures = check.sheets.find(({ id }) => id === 'figures')!
    expect(figures.cells.map(({ theirs, ours }) => [theirs, ours])).toEqual(
      expect.arrayContaining([
        [0.01, expect.any(Number)],
        [0.4, null],
      ]),
    )
    expect([figures.differing, figures.missing.count]).toEqual([2, 1])
  })

  it('knows the fingerprint of another version', async () => {
    const file = await edited((name, rows) => {
      if (name !== 'Cách tính') return
      rows.find(([term]) => term === 'Dấu vân tay của số liệu (SHA-256)')![1] = 'f'.repeat(64)
    })
    const check = await checked(file)
    expect([check.sameRelease, isWhole(check)]).toEqual([false, false])
  })

  it('refuses another campaign, other workbooks and what is no workbook, each in words', async () => {
    const other = await wholeFile(reportWorkbook(planner, otherId, 'vi').body)
    const fault = async (file: Uint8Array) => {
      const check = await checkWorkbook(planner, campaignId, file)
      if (check.kind === 'compared') throw new Error('compared')
      return [check.kind, checkFault(check, 'vi')] as const
    }
    expect(await fault(other)).toEqual(['otherCampaign', expect.stringContaining(otherId)])
    const list = await writeWorkbook([{ name: 'Xã', columns: [{ header: 'Tên' }], rows: [['Xã A']] }])
    expect((await fault(list))[0]).toBe('notOurs')
    const csv = await wholeFile(reportCsv(planner, campaignId, 'vi').body)
    expect((await fault(csv))[1]).toContain('CSV')
    expect((await fault(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))[0]).toBe('unreadable')
    expect((await fault(new Uint8Array()))[0]).toBe('unreadable')
    expect((await fault(other.subarray(0, other.length - 200)))[0]).toBe('unreadable')
  })

  it('is compared for planners of the province only', async () => {
    const leader = actor({ grants: [leaderGrant(province, a)] })
    await expect(checkWorkbook(leader, campaignId, new Uint8Array())).rejects.toMatchObject({ status: 403 })
  })

  it('says so where no fingerprint was kept', async () => {
    const file = await wholeFile(reportWorkbook(planner, campaignId, 'vi').body)
    const kept = await inTransaction(async (tx) => {
      const part = tx.sql.get<{ data: string }>(
        "SELECT data FROM ReleasedPart WHERE campaignId = ? AND part = 'snapshot'",
        campaignId,
      )!
      tx.sql.run("DELETE FROM ReleasedPart WHERE campaignId = ? AND part = 'snapshot'", campaignId)
      return part.data
    })
    const check = await checked(file)
    expect([check.sameRelease, isWhole(check)]).toEqual([null, true])
    await inTransaction(async (tx) => {
      tx.sql.run(
        "INSERT INTO ReleasedPart (campaignId, part, data) VALUES (?, 'snapshot', ?)",
        campaignId,
        kept,
      )
    })
  })
})

describe.runIf(process.env.TEST_ALL)('LibreOffice', () => {
  it('opens the workbook, saves it, and every figure is the same', async () => {
    const file = resaved(await wholeFile(reportWorkbook(planner, campaignId, 'vi').body))
    const check = await checked(file)
    expect(
      check.sheets.filter(({ differing, missing, added }) => differing + missing.count + added.count > 0),
    ).toEqual([])
    expect(isWhole(check)).toBe(true)
  }, 180_000)
})
