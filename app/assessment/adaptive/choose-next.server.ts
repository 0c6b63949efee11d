import type { Targets } from '~/competency/framework'
import type { GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Measuring } from '../measuring.server'
import { needsOf } from '../needs'
import { measurePerson } from '../results'
import { storeAbility } from '../stored-ability.server'
import { scoredAnswers } from '../stored-answers.server'
import { bankOf } from './bank.server'
import { chosenItems, chosenStep } from './chosen.server'
import { nextItem } from './next-item'
import { secondsWorked } from './settings'
import type { AdaptiveSettings, Choice } from './types'

/** An adaptive quiz: of one sitting of a campaign, about the levels that the person's positions need. */
export type Quiz = {
  campaignId: string
  sittingId: string
  targets: Targets
  measuring: Measuring
  settings: AdaptiveSettings
}

/**
 * Chooses the next item of a quiz from all its answers so far, or its end, and keeps both the choice with its reason and
 * what is known of the person by now: from the answers alone, never from the commune.
 */
export function chooseNext(tx: GroupTx, quiz: Quiz, at: Date): Choice {
  const { campaignId, sittingId, measuring, targets } = quiz
  const chosen = chosenItems(tx.sql, sittingId)
  const asked = chosen.map(({ id }) => id)
  const steps = chosen.map((item) => chosenStep(item, ''))
  const measure = measurePerson(measuring, scoredAnswers(tx.sql, { sittingId, steps }))
  const shown = exposures(tx, campaignId)
  const choice = nextItem(
    bankOf(measuring, asked),
    {
      prior: measuring.prior,
      posterior: measure.after,
      targets: needsOf(measuring, targets),
      domainOf: measuring.domainOf,
      asked,
      shown,
      people: (shown.get(everySitting) ?? 0) + (asked.length === 0 ? 1 : 0),
      seconds: secondsWorked(
        chosen.map((item) => Date.parse(item.at)),
        at.getTime(),
      ),
      seed: sittingId,
    },
    quiz.settings,
  )
  const stopped = choice.kind === 'stop' ? choice.reason : null
  storeAbility(tx, measuring, { sittingId, measure, stopped, at })
  if (choice.kind === 'item') keepChoice(tx, quiz, asked.length + 1, choice, at)
  return choice
}

/** The row of the exposures that counts the sittings that have met an item. */
const everySitting = ''

function exposures(tx: GroupTx, campaignId: string): Map<string, number> {
  const rows = tx.sql.all<{ id: string; shown: number }>(
    'SELECT itemVersionId AS id, shown FROM ItemExposure WHERE campaignId = ?',
    campaignId,
  )
  return new Map(rows.map(({ id, shown }) => [id, shown]))
}

function raiseExposure(tx: GroupTx, campaignId: string, itemVersionId: string): void {
  tx.sql.run(
    `INSERT INTO ItemExposure (campaignId, itemVersionId, shown) VALUES (?, ?, 1)
     ON CONFLICT (campaignId, itemVersionId) DO UPDATE SET shown = shown + 1`,
    campaignId,
    itemVersionId,
  )
}

function keepChoice(
  tx: GroupTx,
  { campaignId, sittingId }: Quiz,
  number: number,
  { item, trace }: Extract<Choice, { kind: 'item' }>,
  at: Date,
): void {
  tx.sql.run(
    'INSERT INTO SittingItem (sittingId, number, itemVersionId, pilot, trace, at) VALUES (?, ?, ?, ?, ?, ?)',
    sittingId,
    number,
    item.id,
    item.pilot ? 1 : 0,
    JSON.stringify(trace),
    dbDate(at),
  )
  if (number === 1) raiseExposure(tx, campaignId, everySitting)
  raiseExposure(tx, campaignId, item.id)
}
