import { frameworkVersion } from '~/competency/frameworks.server'
import { chart } from '~/gaps/charts/chart-file.server'
import { chartNames, measureCharts } from '~/gaps/charts/chart-names'
import { allMeasures, findMeasure } from '~/gaps/measure'
import { reportCampaign, requireReleased } from '~/gaps/report-campaign.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'

/**
 * Everything that leaves a released report: which charts there are to draw, the others being named as empty.
 * @param measureCode what the charts of one domain or competency are of; the report's own choice where it is none
 */
export function listFiles(actor: Actor, campaignId: string, measureCode: string, locale: Locale) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const measure = findMeasure(framework, measureCode)?.code ?? null
  const charts = chartNames.map((name) => {
    const own = measureCharts.includes(name) && measure !== null ? measure : undefined
    const drawn = chart(actor, campaignId, name, locale, { measure: own })
    return {
      name,
      measure: own,
      drawn: drawn && { title: drawn.title, description: drawn.description },
    }
  })
  return {
    campaign: { id: campaign.id, title: campaign.title, province: campaign.province },
    measure,
    measures: allMeasures(framework),
    charts: charts.flatMap(({ drawn, ...rest }) => (drawn ? [{ ...rest, ...drawn }] : [])),
    empty: charts.flatMap(({ drawn, name }) => (drawn ? [] : [name])),
    canMake: can(actor, 'documents.make', { provinceCode: campaign.provinceCode }),
  }
}

export type FilesView = ReturnType<typeof listFiles>
