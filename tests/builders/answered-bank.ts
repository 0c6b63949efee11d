import { randomUUID } from 'node:crypto'
import type { ItemVersion } from '~/assessment/item'
import type { PlannedStep, Step } from '~/assessment/plan'
import { campaign, invitee, person } from './campaign'

type BankParts = {
  people: number
  competencies: string[]
  /** Added to every ability. */
  shift?: number
  provinceCode?: string
  communeCode?: string
  state?: 'open' | 'closed'
  seed?: string
  /** Chosen one by one, in the order of their codes; the last of them as a pilot. */
  adaptive?: boolean
}

/**
 * A campaign whose people answered the first item of each level of some competencies as their abilities and the experts' difficulties have
 * it, measured and submitted. Returns its id. Import after `freshDatabase()`.
 */
export async function answeredBank(parts: BankParts): Promise<string> {
  const { people, competencies, shift = 0, provinceCode = '04', communeCode = '01321' } = parts
  const { inTransaction, reader } = await import('~/platform/db/db.server')
  const { itemVersion } = await import('~/assessment/content.server')
  const { measuringOf } = await import('~/assessment/measuring.server')
  const { measureSitting, storeSitting } = await import('~/assessment/measure-sitting.server')
  const { drawResponse } = await import('~/assessment/irt/models')
  const { normalDraw, seeded } = await import('~/assessment/numeric/random')
  const { dbDate } = await import('~/platform/db/sqlite.server')
  const measuring = measuringOf({ frameworkVersionId: 'its@1', standardId: null, parameterVersionId: null })
  const random = seeded(parts.seed ?? 'bank')
  const items = reader.sql
    .all<{ id: string }>(
      `SELECT id FROM ItemVersion WHERE purpose = 'measure' AND NOT retired
       AND code LIKE '%a' AND competency IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(competencies),
    )
    .map(({ id }) => itemVersion(id))
  const steps = items.map(({ id, code }): Step => ({
    step: `q-${code}`,
    section: 'quiz',
    kind: 'item',
    ref: id,
  }))
  const chosen = steps.map((step, i): Step =>
    parts.adaptive && i === steps.length - 1 ? { ...step, pilot: true } : step,
  )
  const plan: PlannedStep[] = parts.adaptive
    ? [{ step: 'q-quiz', section: 'quiz', kind: 'adaptive', ref: '' }]
    : chosen
  const targets = Object.fromEntries(competencies.map((code) => [code, 2]))
  const campaignId = await campaign({ provinceCode, communeCodes: [communeCode] })
  for (let i = 0; i < people; i++) {
    const who = await person({ provinceCode, communeCode, positionCode: 'office-statistics' })
    const inviteeId = await invitee({ campaignId, personId: who.personId, communeCode, targets })
    const ability = shift + normalDraw(random)
    const at = new Date(Date.UTC(2026, 9, 1, 0, 0, i))
    const sittingId = randomUUID()
    const answers = items.map((item) =>
      answerOf(item, drawResponse(measuring.parametersOf(item.id), ability, random), random),
    )
    await inTransaction(async (tx) => {
      await tx.sitting.create({
        data: {
          id: sittingId,
          kind: 'person',
          campaignId,
          inviteeId,
          communeCode,
          formVersionId: 'commune-staff@2',
          plan: JSON.stringify(plan),
          channel: 'intake',
          locale: 'vi',
          startedAt: at,
          submittedAt: at,
        },
      })
      answers.forEach(({ value, score }, j) =>
        tx.sql.run(
          'INSERT INTO Response (sittingId, step, answerId, value, score, at) VALUES (?, ?, ?, ?, ?, ?)',
          sittingId,
          steps[j]!.step,
          randomUUID(),
          JSON.stringify(value),
          score,
          dbDate(at),
        ),
      )
      if (parts.adaptive)
        chosen.forEach(({ ref, pilot }, j) =>
          tx.sql.run(
            "INSERT INTO SittingItem (sittingId, number, itemVersionId, pilot, trace, at) VALUES (?, ?, ?, ?, '{}', ?)",
            sittingId,
            j + 1,
            ref,
            pilot ? 1 : 0,
            dbDate(at),
          ),
        )
      const measured = measureSitting(tx, measuring, { sittingId, steps: chosen, targets })
      storeSitting(tx, measuring, { sittingId, ...measured, stopped: null, at })
    })
  }
  const state = parts.state ?? 'closed'
  await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { state } }))
  return campaignId
}

/** An answer of the category drawn: for a single choice the key or a wrong option, else only the score. */
function answerOf(item: ItemVersion, category: number, random: () => number) {
  const score = category / (item.kind === 'single' || item.kind === 'numeric' ? 1 : 2)
  if (item.kind !== 'single') return { value: null, score }
  const options = item.options.filter(({ correct }) => (score === 1) === (correct === true))
  return { value: options[Math.floor(random() * options.length)]!.id, score }
}
