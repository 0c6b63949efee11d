import { formVersion, itemVersion } from '~/assessment/content.server'
import type { Trace } from '~/assessment/item-analysis/kept-figures.server'
import { reader } from '~/platform/db/db.server'

export type Usage = {
  /** Survey forms in force whose quiz names the item, and those whose quiz may draw it by competency and level. */
  named: number
  drawn: number
  /** Of the campaigns analysed: in how many it was asked, and answered how often. */
  campaigns: number
  asked: number
  /** Classes whose quiz before and after is fixed and has it. */
  classes: number
  modules: number
  /** In closing quizzes of modules. */
  answers: number
}

/** Where an item is used; `ids` are all its versions, the newest first, and `trace` where it was asked. */
export function usageOf(ids: readonly string[], trace: readonly Trace[]): Usage {
  const list = JSON.stringify(ids)
  const count = (sql: string) => reader.sql.get<{ n: number }>(sql, list)?.n ?? 0
  return {
    ...(ids[0] ? formsWith(ids[0]) : { named: 0, drawn: 0 }),
    campaigns: new Set(trace.map(({ campaignId }) => campaignId)).size,
    asked: trace.reduce((sum, { people }) => sum + people, 0),
    classes: count(
      `SELECT count(*) AS n FROM TrainingClass t WHERE EXISTS (
         SELECT 1 FROM json_tree(t.quiz) part WHERE part.atom IN (SELECT value FROM json_each(?)))`,
    ),
    modules: count(
      `SELECT count(DISTINCT v.code) AS n FROM ModuleVersion v, json_each(v.data, '$.quiz.items') item
       WHERE NOT v.retired AND item.value IN (SELECT value FROM json_each(?))`,
    ),
    answers: count('SELECT count(*) AS n FROM QuizResponse WHERE itemId IN (SELECT value FROM json_each(?))'),
  }
}

function formsWith(id: string): Pick<Usage, 'named' | 'drawn'> {
  const { code, purpose, competency, level } = itemVersion(id)
  if (purpose !== 'measure') return { named: 0, drawn: 0 }
  const rows = reader.sql.all<{ id: string }>(
    `SELECT id FROM FormVersion f WHERE NOT retired AND respondent = 'person'
       AND version = (SELECT max(version) FROM FormVersion n WHERE n.code = f.code AND NOT n.retired)`,
  )
  const quizzes = rows.map(({ id: form }) =>
    formVersion(form).sections.flatMap((section) => (section.kind === 'quiz' ? [section] : [])),
  )
  const named = quizzes.filter((sections) => sections.some(({ items }) => items?.includes(code)))
  const drawn = quizzes.filter((sections) =>
    sections.some(
      ({ items, blueprint, levels }) =>
        !items &&
        (blueprint
          ? blueprint.some((cell) => cell.competency === competency && cell.level === level)
          : levels?.includes(level)),
    ),
  )
  return { named: named.length, drawn: drawn.length }
}
