import { z } from 'zod'

const text = z.string().max(4000).default('')
const line = z.string().max(500).default('')
const both = z.object({ vi: text, en: text }).prefault({})
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,19}$/)
const list = <T extends z.ZodType>(part: T, most: number) => z.array(part).max(most).default([])

const option = z.object({ id, vi: text, en: text, when: line })
const field = z.object({
  id,
  kind: line,
  label: both,
  hint: both,
  unit: both,
  when: line,
  options: list(option, 12),
})
const outcome = z.object({ id, when: line, set: line, go: line, tone: line, say: both })
const action = z.object({ id, label: both, when: line, needs: line, outcomes: list(outcome, 12) })
const screen = z.object({
  id,
  title: both,
  look: line,
  end: line,
  paragraphs: list(z.object({ id, vi: text, en: text, when: line }), 12),
  shown: list(z.object({ id, document: line, when: line }), 12),
  fields: list(field, 12),
  actions: list(action, 12),
  hints: list(z.object({ id, vi: text, en: text }), 6),
})
const document = z.object({ id, kind: line, title: both, facts: both, text: both, table: both })
const step = z.object({
  id,
  text: both,
  competency: line,
  points: line,
  when: line,
  half: line,
  met: both,
  missed: both,
})
const mistake = z.object({ id, name: both, begin: line, finish: line, moves: text, scores: line })

/** What the forms of the editor say; what they do not show comes from the draft before. */
export const taskFormSchema = z.object({
  code: line,
  purpose: z.enum(['measure', 'teach']).catch('teach'),
  staff: line,
  team: line,
  minutes: line,
  title: both,
  situation: both,
  task: both,
  system: both,
  evidence: list(z.object({ id, competency: line, level: line, difficulty: line }), 6),
  memory: list(z.object({ id, name: line, values: line }), 12),
  start: line,
  screens: list(screen, 20),
  documents: list(document, 20),
  scoring: list(step, 12),
  model: text,
  mistakes: list(mistake, 12),
  source: line,
})

/**
 * A practice task that is being written: everything as typed, so that nothing is lost that does not fit yet. Conditions,
 * effects and moves are texts (see expression.ts); parts have ids so that translations and comments stay with them.
 */
export type TaskDraft = z.infer<typeof taskFormSchema>
export type TaskScreen = TaskDraft['screens'][number]
