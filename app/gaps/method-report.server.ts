import { formVersion } from '~/assessment/content.server'
import { measuringOf } from '~/assessment/measuring.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { methodVersion } from './method'
import { releasedMethod, releasedPart } from './released-parts.server'
import { reportCampaign } from './report-campaign.server'
import { holdsSnapshot } from './snapshot.server'

/** What a report was made from. A planner of the province reads it, and a leader of any commune that was asked. */
export function methodReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  const { provinceCode } = campaign
  const own = campaign.communeCodes.find((communeCode) =>
    can(actor, 'report.commune', { provinceCode, communeCode }),
  )
  authorise(actor, 'report.commune', { provinceCode, communeCode: own })
  if (campaign.state === 'draft') throw refuse('notFound')
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const form = formVersion(campaign.personFormVersionId)
  const { standard } = measuringOf(campaign)
  const snapshot = releasedPart(campaignId, 'snapshot')
  const communes = campaign.communeFormVersionId ? formVersion(campaign.communeFormVersionId) : null
  return {
    campaign,
    canSeeProvince: can(actor, 'report.province', { provinceCode }),
    ownCommune: own ?? null,
    standard: { version: standard.version, method: standard.setting.method },
    calibrated: campaign.parameterVersionId !== null,
    /** What the model found of the people, for statisticians; null until the results are released. */
    population: releasedPart(campaignId, 'population'),
    method: campaign.estimatedAt === null ? methodVersion : releasedMethod(campaignId),
    /** What was kept at release; null before, and of a campaign released by an earlier version. */
    snapshot: snapshot && { ...snapshot, holds: holdsSnapshot(campaignId, snapshot) },
    framework: { title: framework.title, version: framework.version },
    form: { title: form.title, version: form.version },
    communeForm: communes ? { title: communes.title, version: communes.version } : null,
  }
}

export type MethodReport = ReturnType<typeof methodReport>
