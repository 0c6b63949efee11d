import { classGain, type Measured, type Participation } from '~/classes/gain'
import { minutesOf } from '~/learning/module'
import { currentModules } from '~/learning/modules.server'
import { reader } from '~/platform/db/db.server'
import type { PastGain, PlannableModule } from './effects'
import { measuredPlanEffects } from './effect/measured-effects.server'
import { deliveries } from './problem'

type Row = {
  classId: string
  planId: string | null
  modules: string
  delivery: string | null
  personId: string
  form: 'before' | 'after'
  score: number
  ability: number
  below: number | null
}

/**
 * What past training of a province did: the effects of its plans against people not yet trained, and the gains of its classes
 * that no such effect tells of, each for every module that it names; none of fewer than five people who answered both forms.
 */
export function pastGains(provinceCode: string): PastGain[] {
  const plans = measuredPlanEffects(provinceCode)
  const told = new Set(plans.map(({ planId, module, delivery }) => `${planId} ${module} ${delivery}`))
  const rows = reader.sql.all<Row>(
    `SELECT c.id AS classId, n.planId, c.modules, n.delivery, s.personId, s.form, s.score, s.ability, s.below
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
  const ofClasses = [...classes.values()].flatMap(({ row, people }) => {
    const { result } = classGain([...people.values()])
    if (!result) return []
    const delivery = deliveries.find((each) => each === row.delivery) ?? 'class'
    const { gain, error } = result
    return (JSON.parse(row.modules) as string[])
      .filter((module) => !told.has(`${row.planId} ${module} ${delivery}`))
      .map((module) => ({ module, delivery, gain, error }))
  })
  return [
    ...plans.map(({ module, delivery, effect, error }) => ({ module, delivery, gain: effect, error })),
    ...ofClasses,
  ]
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
