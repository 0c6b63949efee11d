import type { Problem } from '~/formats/problem'
import { translateMessage } from '~/platform/i18n/translate'
import { log } from '~/platform/log/log.server'

let current: Problem[] = []

/** What of content/ could not be taken when it was last loaded, for the screens of those who write it. */
export function contentProblems(): Problem[] {
  return current
}

/** Keeps the problems of a loading and logs those that are new. */
export function noteContentProblems(problems: Problem[]): void {
  const known = new Set(current.map(idOf))
  for (const problem of problems) {
    if (known.has(idOf(problem))) continue
    const { file, line } = problem
    log.error({ file, line, what: translateMessage('en', 'content', problem) }, 'content refused')
  }
  if (current.length > 0 && problems.length === 0) log.info('content is whole again')
  current = problems
}

/** The problems as a person reads them, one a line. */
export function problemLines(problems: Problem[]): string {
  return problems
    .map((problem) => `${problem.file}:${problem.line}  ${translateMessage('en', 'content', problem)}`)
    .join('\n')
}

function idOf({ file, line, key, values }: Problem): string {
  return JSON.stringify([file, line, key, values])
}
