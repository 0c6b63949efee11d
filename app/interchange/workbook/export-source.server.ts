import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Framework } from '~/competency/framework'
import type { Download } from '~/formats/download'
import { fileName } from '~/formats/file-name'
import { figuresOfReport } from '~/gaps/figures-of-report.server'
import { allMeasures } from '~/gaps/measure'
import { everybody, wholeProvince } from '~/gaps/pattern'
import { reportCampaign, requireReleased, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reportGroups, reportRates } from '~/gaps/report-rates.server'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { ExportSource } from './export-source'

/** A file that is made while it is read. */
export type Streamed = Download<AsyncGenerator<Uint8Array, void, undefined>>

/** The campaign and its framework beside what the sheets of figures need. */
export type ReportSource = ExportSource & { campaign: ReportCampaign; framework: Framework }

/** What the exports of a campaign are made from, for a planner of its province. */
export function exportSource(actor: Actor, campaignId: string, locale: Locale): ReportSource {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const { released, claims } = figuresOfReport(campaign, everybody)
  const rates = reportRates(campaign, everybody)
  return {
    locale,
    campaign,
    released,
    claims,
    framework,
    form: formVersion(campaign.personFormVersionId),
    measures: allMeasures(framework),
    rates,
    places: [
      { key: wholeProvince, code: campaign.provinceCode, name: campaign.province },
      ...rates.map(({ code, name }) => ({ key: code, code, name })),
    ],
    ...reportGroups(campaign),
  }
}

export function exportName({ campaign, locale }: ReportSource, ending: string): string {
  const day = campaign.closedAt ? formatDate(new Date(campaign.closedAt)).split('/').reverse().join('') : ''
  return fileName([getT(locale, 'gaps')('export.file'), campaign.title[locale], day], ending)
}
