// How long the built server takes for each official document of a province.
import { readFileSync } from 'node:fs'
import type { CountryServer } from '../country-server'

/** What province-plan.ts made: the documents by their kinds, and how much they tell of. */
export type MadeProvince = {
  documents: Record<string, string>
  classes: number
  named: number
  communes: number
  cookie: string
}

/** Seconds of a document: the first time it is asked for, and the slowest of the next ones. */
type PaperTimes = { seconds: number; slowest: number; kilobytes: number }

/** Seconds that a document may take. */
const bar = 3
const rounds = 4

export function madeProvince(campaignFile: string, planFile: string): MadeProvince {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as MadeProvince
  return { ...read(campaignFile), ...read(planFile) }
}

/** Asks for the DOCX and the print view of each document; whether each came within the bar. */
export async function benchPapers(
  { base }: Pick<CountryServer, 'base'>,
  { documents, classes, named, communes, cookie }: MadeProvince,
): Promise<boolean> {
  const times: Record<string, PaperTimes> = {}
  for (const [kind, id] of Object.entries(documents))
    for (const [form, to] of [
      ['DOCX', `/documents/${id}/file.docx`],
      ['print', `/documents/${id}/print`],
    ] as const)
      times[`${kind}, ${form}`] = await paperTimes(base + to, cookie)
  const kept = Object.values(times).every(({ seconds, slowest }) => Math.max(seconds, slowest) < bar)
  console.log(`\n# Documents of a province: ${communes} communes, ${classes} classes, ${named} people named`)
  console.table(times)
  console.log(`bar ${bar} s each: ${kept ? 'kept' : 'NOT KEPT'}`)
  return kept
}

async function paperTimes(url: string, cookie: string): Promise<PaperTimes> {
  const all: number[] = []
  let bytes = 0
  while (all.length < rounds) {
    const from = performance.now()
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    bytes = (await answer.arrayBuffer()).byteLength
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
    all.push((performance.now() - from) / 1000)
  }
  const hundredths = (value: number) => Math.round(value * 100) / 100
  const [first, ...next] = all
  return {
    seconds: hundredths(first!),
    slowest: hundredths(Math.max(...next)),
    kilobytes: Math.round(bytes / 1024),
  }
}
