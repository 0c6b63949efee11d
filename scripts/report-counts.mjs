// Counts what the suites' own reports say; a report that is missing or empty is a failure, never a silence.
import { existsSync, readFileSync } from 'node:fs'

const missing = { passed: 0, failed: 1 }

/** Vitest's JSON: each test once, and each file that could not even be loaded. */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Playwright's JSON: each test once, a test that passed on its second try included, and each error outside of tests. */
export function playwrightCounts(report) {
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected + (report.errors ?? []).length }
}

/** The counts of a report file; one failure when the suite ended badly without saying why, or ran nothing. */
export function countsOf(file, read, exitCode) {
  if (!existsSync(file)) return missing
  let counts
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return missing
  }
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return silent ? { passed: counts.passed, failed: 1 } : counts
}
