import { describe, expect, it } from 'vitest'
import { actor, leaderGrant } from '../../tests/builders/campaign'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { consentedResult, consentedResults } = await import('./consented-results.server')

const province = '04'
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]
const [a, b] = communes
const leader = actor({ grants: [leaderGrant(province, a)] })
const otherLeader = actor({ grants: [leaderGrant(province, b)] })
const { campaignId, people } = await closedCampaign(province, communes)

describe('consented results', () => {
  const consent = (personId: string, given: boolean) =>
    inTransaction((tx) =>
      tx.consent.create({
        data: { personId, campaignId, purpose: 'leader_sees_result', given, at: new Date() },
      }),
    )
  const listed = () => consentedResults(leader, campaignId, a).people.map(({ personId }) => personId)

  it('follows the newest consent, and the person to another commune', async () => {
    const [first, second] = [people[0]!.personId, people[1]!.personId]
    expect(listed()).toEqual([])
    await consent(first, true)
    await consent(second, true)
    expect(new Set(listed())).toEqual(new Set([first, second]))
    expect(consentedResult(leader, campaignId, a, first).results.map(({ competency }) => competency)).toEqual(
      ['4.1', '7.3', '7.4'],
    )
    await consent(first, false)
    expect(listed()).toEqual([second])
    expect(() => consentedResult(leader, campaignId, a, first)).toThrow()
    await inTransaction(async (tx) => {
      await tx.personCommune.updateMany({ where: { personId: second }, data: { until: new Date() } })
      await tx.personCommune.create({ data: { personId: second, communeCode: b, since: new Date() } })
    })
    expect(listed()).toEqual([])
    expect(consentedResults(otherLeader, campaignId, b).people).toEqual([])
  })
})
