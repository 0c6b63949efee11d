import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { fileName } from '~/formats/file-name'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { ExportSource } from './export-rows'
import { figuresOfReport } from './figures-of-report.server'
import { allMeasures } from './measure'
import { everybody, wholeProvince } from './pattern'
import { communeRates, groupsOf } from './places.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** What a download is: its content and a name that every machine takes. */
export type Download<Body> = { name: string; body: Body }

/** Everything of a closed campaign that an export may hold, for a planner of its province. */
export function exportSource(actor: Actor, campaignId: string, locale: Locale): ExportSource {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const { departments, positions } = groupsOf(campaignId)
  const measures = allMeasures(framework)
  const { released, claims } = figuresOfReport(campaign, everybody)
  const rates = communeRates(campaignId, campaign.communeCodes, everybody)
  return {
    locale,
    campaign,
    released,
    claims,
    framework,
    form: formVersion(campaign.personFormVersionId),
    measures,
    rates,
    places: [
      { key: wholeProvince, code: campaign.provinceCode, name: campaign.province },
      ...rates.map(({ code, name }) => ({ key: code, code, name })),
    ],
    departments,
    positions,
  }
}

export function exportName({ campaign, locale }: ExportSource, ending: string): string {
  const day = campaign.closedAt ? formatDate(new Date(campaign.closedAt)).split('/').reverse().join('') : ''
  return fileName([getT(locale, 'gaps')('export.file'), campaign.title[locale], day], ending)
}
