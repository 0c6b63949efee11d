import { readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '~/env.server'
import type { Problem } from '~/formats/problem'
import { factsFile, readLocalFacts, type LocalFact } from './local-facts'

let known: LocalFact[] | null = null

/** What of content/ differs from place to place, as it was last read whole. */
export function localFacts(): LocalFact[] {
  if (!known) {
    const { facts, problems } = readFactsOf(env.CONTENT_DIR)
    const [problem] = problems
    if (problem)
      throw new Error(`${problem.file}:${problem.line}: ${problem.key} ${JSON.stringify(problem.values)}`)
    known = facts
  }
  return known
}

/** The list of a folder of content, and what is wrong with it. */
export function readFactsOf(content: string): { facts: LocalFact[]; problems: Problem[] } {
  try {
    return readLocalFacts(readFileSync(path.join(content, factsFile), 'utf8').normalize('NFC'))
  } catch {
    return { facts: [], problems: [{ file: factsFile, line: 1, key: 'local.noFile', values: {} }] }
  }
}

/** Reads the list of a folder anew; where it is broken the one before stays. */
export function reloadLocalFacts(content: string): { codes: Set<string>; problems: Problem[] } {
  const { facts, problems } = readFactsOf(content)
  if (problems.length === 0) known = facts
  return { codes: new Set(localFacts().map(({ code }) => code)), problems }
}
