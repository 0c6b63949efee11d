import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countsOf, playwrightCounts, vitestCounts } from '../../scripts/report-counts.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, report: unknown) => {
  const full = path.join(folder, name)
  writeFileSync(full, typeof report === 'string' ? report : JSON.stringify(report))
  return full
}

const vitest = (passed: number, failed: number, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})

test('counts each test of a vitest report, and a file that could not be loaded', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  expect(vitestCounts(vitest(7, 1, [failing, broken]))).toEqual({ passed: 7, failed: 2 })
})

test('counts each test of a playwright report, and an error outside of tests', () => {
  expect(
    playwrightCounts({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] }),
  ).toEqual({ passed: 6, failed: 3 })
})

test.each([
  ['a missing report', path.join(folder, 'none.json'), 0, { passed: 0, failed: 1 }],
  ['a report cut short', file('cut.json', '{"numPassedTests": 3'), 1, { passed: 0, failed: 1 }],
  ['no test at all', file('empty.json', vitest(0, 0)), 0, { passed: 0, failed: 1 }],
  ['a bad end without a failed test', file('end.json', vitest(3, 0)), 1, { passed: 3, failed: 1 }],
  ['all well', file('well.json', vitest(3, 0)), 0, { passed: 3, failed: 0 }],
  ['a failed test', file('failed.json', vitest(3, 2)), 1, { passed: 3, failed: 2 }],
])('%s', (_name, report, exitCode, counts) => {
  expect(countsOf(report, vitestCounts, exitCode)).toEqual(counts)
})
