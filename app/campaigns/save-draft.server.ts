import { randomUUID } from 'node:crypto'
import { formVersion } from '~/assessment/content.server'
import { latestFramework } from '~/competency/frameworks.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Draft } from './draft'
import { managedCampaign } from './find-campaign.server'

/** Makes a campaign that nobody sees yet. `id` is minted in the rendered form, so that sending it twice makes one. */
export async function createDraft(
  actor: Actor,
  provinceCode: string,
  id: string,
  draft: Draft,
): Promise<string> {
  authorise(actor, 'campaign.manage', { provinceCode })
  const draftId = /^[0-9a-f-]{36}$/.test(id) ? id : randomUUID()
  await inTransaction(async (tx) => {
    const there = tx.sql.get<{ provinceCode: string }>(
      'SELECT provinceCode FROM Campaign WHERE id = ?',
      draftId,
    )
    if (there) {
      authorise(actor, 'campaign.manage', there)
      return
    }
    const sample =
      tx.sql.get<{ value: string }>("SELECT value FROM Installation WHERE key = 'sample'")?.value === 'true'
    await tx.campaign.create({
      data: {
        ...stored(tx, provinceCode, draft),
        id: draftId,
        provinceCode,
        state: 'draft',
        sample,
        createdAt: now(),
        createdBy: actor.accountId,
      },
    })
  })
  return draftId
}

/** Changes a campaign that has not opened. */
export async function updateDraft(actor: Actor, id: string, draft: Draft): Promise<void> {
  authorise(actor, 'campaign.manage')
  await inTransaction(async (tx) => {
    const campaign = managedCampaign(actor, tx, id)
    if (campaign.state !== 'draft') throw refuse('badRequest')
    await tx.campaign.update({ where: { id }, data: stored(tx, campaign.provinceCode, draft) })
  })
}

/** A draft as it is kept; refuses communes of elsewhere and forms of the other kind. */
function stored(tx: Tx, provinceCode: string, draft: Draft) {
  const { communeCodes, positionCodes, personFormVersionId, communeFormVersionId, ...rest } = draft
  const found = tx.sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM Commune WHERE provinceCode = ? AND code IN (SELECT value FROM json_each(?))',
    provinceCode,
    JSON.stringify(communeCodes),
  )
  if (communeCodes.length === 0 || found?.n !== new Set(communeCodes).size) throw refuse('badRequest')
  const personForm = formVersion(personFormVersionId)
  if (personForm.respondent !== 'person') throw refuse('badRequest')
  if (communeFormVersionId && formVersion(communeFormVersionId).respondent !== 'commune')
    throw refuse('badRequest')
  return {
    ...rest,
    personFormVersionId,
    communeFormVersionId,
    frameworkVersionId: latestFramework(personForm.framework).id,
    communeCodes: JSON.stringify(communeCodes),
    positionCodes: positionCodes && JSON.stringify(positionCodes),
  }
}
