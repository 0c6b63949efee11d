export type Counts = { passed: number; failed: number }
export function vitestCounts(report: unknown): Counts
export function playwrightCounts(report: unknown): Counts
export function countsOf(file: string, read: (report: unknown) => Counts, exitCode: number | null): Counts
