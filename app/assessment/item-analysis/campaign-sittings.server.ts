import { setImmediate } from 'node:timers/promises'
import { reader } from '~/platform/db/db.server'
import { itemVersion } from '../content.server'
import type { MeasuredAnswer } from '../measured-answers'
import type { PlannedStep, Step } from '../plan'
import type { ItemAnswer } from '../scoring/score'
import { scoredAnswers, stepsOfPlan } from '../stored-answers.server'
import { chosenParts } from './analyse-item'

/** A submitted sitting without its person: what was answered, what was made of it, and the groups that fairness is judged by. */
export type SittingRecord = {
  adaptive: boolean
  locale: string
  communeKind: string | null
  sex: string | null
  /** By dimension; null where the sitting has not been measured. */
  abilities: { mean: number[]; sd: number[] } | null
  answers: (MeasuredAnswer & { pilot: boolean; chosen: string[] | null })[]
}

type Row = {
  id: string
  plan: string
  locale: string
  communeKind: string | null
  sex: string | null
  mean: string | null
  sd: string | null
}

const sittingsSql = `SELECT s.id, s.plan, s.locale, c.kind AS communeKind, p.sex, a.mean, a.sd FROM Sitting s
  LEFT JOIN Invitee i ON i.id = s.inviteeId LEFT JOIN Person p ON p.id = i.personId
  LEFT JOIN Commune c ON c.code = s.communeCode LEFT JOIN SittingAbility a ON a.sittingId = s.id
  WHERE s.campaignId = ? AND s.kind = 'person' AND s.submittedAt IS NOT NULL AND s.submittedAt <= ?
  ORDER BY s.submittedAt, s.id`
// A whole date: SQLite would compare a bare year as a number.
const endless = '9999-12-31'
const atOnce = 40

/**
 * The submitted sittings of a campaign, pilots among their answers, up to the moment `until`. Others' requests are
 * answered in between, since a province has some hundred thousand answers.
 */
export async function* campaignSittings(campaignId: string, until = endless): AsyncGenerator<SittingRecord> {
  const rows = reader.sql.all<Row>(sittingsSql, campaignId, until)
  for (const [i, row] of rows.entries()) {
    if (i % atOnce === atOnce - 1) await setImmediate()
    yield recordOf(row)
  }
}

function recordOf({ id, plan, locale, communeKind, sex, mean, sd }: Row): SittingRecord {
  const planned = JSON.parse(plan) as PlannedStep[]
  const steps = stepsOfPlan(reader.sql, id, planned).filter(({ kind }) => kind === 'item')
  const pilots = new Set(steps.filter(({ pilot }) => pilot).map(({ ref }) => ref))
  // A pilot is not scored for the person, but it is for the item.
  const all = steps.map(({ step, section, kind, ref }): Step => ({ step, section, kind, ref }))
  const values = chosenByItem(id, all)
  return {
    adaptive: planned.some(({ kind }) => kind === 'adaptive'),
    locale,
    communeKind,
    sex,
    abilities: mean && sd ? { mean: JSON.parse(mean) as number[], sd: JSON.parse(sd) as number[] } : null,
    answers: scoredAnswers(reader.sql, { sittingId: id, steps: all }).map((answer) => ({
      ...answer,
      pilot: pilots.has(answer.itemId),
      chosen: values.get(answer.itemId) ?? null,
    })),
  }
}

/** What was chosen, by item; an empty list for “I do not know”, nothing for items without parts to choose. */
function chosenByItem(sittingId: string, steps: Step[]): Map<string, string[]> {
  const itemOf = new Map(steps.map(({ step, ref }) => [step, ref]))
  const rows = reader.sql.all<{ step: string; value: string }>(
    'SELECT step, value, max(seq) FROM Response WHERE sittingId = ? AND score IS NOT NULL GROUP BY step',
    sittingId,
  )
  return new Map(
    rows.flatMap(({ step, value }): [string, string[]][] => {
      const item = itemOf.get(step)
      const given = JSON.parse(value) as unknown
      if (!item) return []
      if (given === null) return [[item, []]]
      const chosen = chosenParts(itemVersion(item), given as ItemAnswer)
      return chosen ? [[item, chosen]] : []
    }),
  )
}
