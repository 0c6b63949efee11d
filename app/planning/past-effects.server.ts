import { classGain, type Measured, type Participation } from '~/classes/gain'
import { minutesOf } from '~/learning/module'
import { currentModules } from '~/learning/modules.server'
import { reader } from '~/platform/db/db.server'
import type { PastGain, PlannableModule } from './effects'
import { deliveries } from './problem'

type Row = {
  classId: string
  modules: string
  delivery: string | null
  personId: string
  form: 'before' | 'after'
  score: number
  ability: number
  below: number | null
}

/** What the classes of a province gained, each for every module that it names; none of fewer than five people who answered both forms. */
export function pastGains(provinceCode: string): PastGain[] {
  const rows = reader.sql.all<Row>(
    `SELECT c.id AS classId, c.modules, n.delivery, s.personId, s.form, s.score, s.ability, s.below
     FROM TrainingClass c JOIN ClassSitting s ON s.classId = c.id
     JOIN ClassPlace p ON p.classId = s.classId AND p.personId = s.personId
     LEFT JOIN PlannedClass n ON n.classId = c.id
     WHERE c.provinceCode = ? AND c.cancelledAt IS NULL AND c.modules <> '[]' AND p.withdrawnAt IS NULL
       AND s.submittedAt IS NOT NULL AND s.ability IS NOT NULL ORDER BY c.id`,
    provinceCode,
  )
  const classes = new Map<string, { row: Row; people: Map<string, Participation> }>()
  for (const row of rows) {
    const own = classes.get(row.classId) ?? { row, people: new Map<string, Participation>() }
    classes.set(row.classId, own)
    const measured: Measured = { score: row.score, ability: row.ability, below: row.below }
    own.people.set(row.personId, {
      ...(own.people.get(row.personId) ?? { before: null, after: null }),
      [row.form]: measured,
    })
  }
  return [...classes.values()].flatMap(({ row, people }) => {
    const { result } = classGain([...people.values()])
    if (!result) return []
    const delivery = deliveries.find((each) => each === row.delivery) ?? 'class'
    const { gain, error } = result
    return (JSON.parse(row.modules) as string[]).map((module) => ({ module, delivery, gain, error }))
  })
}

/** Modules for commune staff; the others stand in no plan. */
export function plannableModules(): PlannableModule[] {
  return currentModules()
    .filter((module) => module.for.includes('staff'))
    .map((module) => ({
      code: module.code,
      title: module.title,
      teaches: module.competencies.map(({ code }) => code),
      minutes: minutesOf(module),
    }))
}
