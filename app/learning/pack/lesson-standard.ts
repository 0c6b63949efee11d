import type { Problem } from '~/formats/problem'
import type { ManifestSource } from './check-manifest'
import type { TextShape } from './text-shape'

/** What every module has, so that a lesson is taken in one sitting and what it taught can be pinned up at work. */
const standard = {
  lessons: { from: 4, to: 6 },
  minutes: { from: 5, to: 8 },
  summary: { from: 60, to: 230 },
}

function within(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from && value <= to
}

/** How many lessons a module has and how long each takes. */
export function sizeFaults({ file, source }: ManifestSource): Problem[] {
  const lessons = source.value?.lessons
  if (!lessons) return []
  const fault = (key: string, path: (string | number)[], values: Problem['values']): Problem => ({
    file,
    line: source.lineOf(path),
    key,
    values,
  })
  const count = lessons.length
  return [
    ...(within(count, standard.lessons)
      ? []
      : [fault('lessons.count', ['lessons'], { count, ...standard.lessons })]),
    ...lessons.flatMap(({ code, minutes }, at) =>
      within(minutes, standard.minutes)
        ? []
        : [
            fault('lesson.length', ['lessons', at, 'minutes'], {
              lesson: code,
              minutes,
              ...standard.minutes,
            }),
          ],
    ),
  ]
}

/** The boxes that each lesson has: an example, one for when it fails, a check, and the summary at its end. */
export function standardFaults({ file, marks, afterSummary }: TextShape): Problem[] {
  const problems: Problem[] = []
  const fault = (key: string, line = 1, values: Problem['values'] = {}) =>
    problems.push({ file, line, key, values })
  const named = (mark: RegExp) => marks.filter((each) => mark.test(each.mark))
  if (named(/^::: example$/).length === 0) fault('example.missing')
  if (named(/^::: check /).length === 0) fault('check.missing')
  const [fails, second] = named(/^::: fails$/)
  if (!fails) fault('fails.missing')
  if (second) fault('fails.once', second.line)
  const [summary, another] = named(/^::: summary$/)
  if (!summary) fault('summary.missing', marks.at(-1)?.line)
  else if (another) fault('summary.once', another.line)
  else if (afterSummary !== null) fault('summary.last', afterSummary)
  return problems
}

/** The summary fills a sheet and no more: judged in Vietnamese, of which the English says the same. */
export function summaryFaults({ file, marks, summaryWords: words }: TextShape): Problem[] {
  const summary = marks.find(({ mark }) => mark === '::: summary')
  if (!summary || within(words, standard.summary)) return []
  return [{ file, line: summary.line, key: 'summary.words', values: { words, ...standard.summary } }]
}
