import { randomUUID } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { firstStanding, type Standing } from './request'
import { changed, sameStanding, type StandingChange } from './request-form'
import { askedBy, namedCommunes, requestCampaign } from './requests-of.server'

/** What was written down together; null where it said nothing new. */
export type Recorded = { change: string | null; communes: number }

/** Writes down where a request stands, for some of the communes that ask for it. */
export async function recordStanding(
  actor: Actor,
  campaignId: string,
  key: string,
  { communes, ...wanted }: StandingChange,
): Promise<Recorded> {
  const campaign = requestCampaign(campaignId)
  authorise(actor, 'requests.handle', { provinceCode: campaign.provinceCode })
  return inTransaction(async (tx) => {
    const request = askedBy(campaignId, namedCommunes(campaign.communeCodes), tx).find(
      (each) => each.key === key,
    )
    if (!request) throw refuse('notFound')
    const chosen = request.communes.filter(({ code }) => communes.includes(code))
    if (chosen.length === 0 || chosen.length !== new Set(communes).size) throw refuse('badRequest')
    const change = randomUUID()
    const written = chosen.filter(({ code, name: _name, at: _at, ...before }) => {
      const after = changed({ ...before, at: null }, wanted)
      if (sameStanding(before, after)) return false
      insert(tx, { campaignId, key, code, change, undoes: null, by: actor.accountId }, after)
      return true
    })
    if (written.length === 0) return { change: null, communes: 0 }
    const facts = { request: key, communes: written.length, state: wanted.state ?? null }
    await audit(tx, actor.accountId, 'requests.record', campaignId, facts)
    return { change, communes: written.length }
  })
}

type Before = Omit<Standing, 'at'>
type Row = Before & { id: number; request: string; communeCode: string }

/** Takes back what was written down together, where nothing has been written since; answers for how many communes. */
export async function undoStanding(actor: Actor, campaignId: string, change: string): Promise<number> {
  const campaign = requestCampaign(campaignId)
  authorise(actor, 'requests.handle', { provinceCode: campaign.provinceCode })
  return inTransaction(async (tx) => {
    const rows = tx.sql.all<Row>(
      `SELECT r.id, r.request, r.communeCode FROM RequestStanding r
       WHERE r.change = ? AND r.campaignId = ? AND r.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM RequestStanding n
         WHERE n.campaignId = r.campaignId AND n.request = r.request AND n.communeCode = r.communeCode AND n.id > r.id)`,
      change,
      campaignId,
    )
    const back = randomUUID()
    for (const { id, request, communeCode } of rows) {
      const before = tx.sql.get<Before>(
        `SELECT state, who, inCharge, dueOn, answer, reason FROM RequestStanding
         WHERE campaignId = ? AND request = ? AND communeCode = ? AND id < ? ORDER BY id DESC LIMIT 1`,
        ...[campaignId, request, communeCode, id],
      )
      const written = {
        campaignId,
        key: request,
        code: communeCode,
        change: back,
        undoes: change,
        by: actor.accountId,
      }
      insert(tx, written, before ?? firstStanding(request))
    }
    if (rows.length > 0)
      await audit(tx, actor.accountId, 'requests.undo', campaignId, { communes: rows.length })
    return rows.length
  })
}

type Written = {
  campaignId: string
  key: string
  code: string
  change: string
  undoes: string | null
  by: string
}

function insert(tx: Tx, at: Written, { state, who, inCharge, dueOn, answer, reason }: Before): void {
  tx.sql.run(
    `INSERT INTO RequestStanding (campaignId, request, communeCode, state, who, inCharge, dueOn, answer, reason, change, undoes, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[at.campaignId, at.key, at.code, state, who, inCharge, dueOn, answer, reason],
    ...[at.change, at.undoes, dbDate(now()), at.by],
  )
}
