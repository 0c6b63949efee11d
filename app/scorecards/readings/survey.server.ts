import { frameworkVersion } from '~/competency/frameworks.server'
import { hasSubmittedForm } from '~/gaps/commune-answers.server'
import { figureOf, isShown, type Figure, type Released } from '~/gaps/figures'
import { allMeasures, type MeasureInfo } from '~/gaps/measure'
import { overallOf } from '~/gaps/overall'
import { everybody } from '~/gaps/pattern'
import { placements } from '~/gaps/placements.server'
import type { CommuneRates } from '~/gaps/places.server'
import { releasedFigures } from '~/gaps/released.server'
import { reportCampaign, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reportRates } from '~/gaps/report-rates.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { isFacet, type ProductMeasure } from '../card'
import type { Missing, Origin, Reading } from '../score'

/** A released campaign with what its report says of each commune. */
type Survey = {
  campaign: ReportCampaign
  from: Origin
  released: Released
  domains: MeasureInfo[]
  measures: ReadonlySet<string>
  rates: CommuneRates[]
}

/** So many campaigns back a commune is looked for, where a newer one did not ask it. */
const mostCampaigns = 3

/** The survey that speaks for each commune: the newest released one that asked it, of all positions before one of some. */
export function surveysOf(provinceCode: string): Map<string, Survey> {
  const rows = reader.sql.all<{ id: string }>(
    `SELECT id FROM Campaign WHERE provinceCode = ? AND estimatedAt IS NOT NULL
     ORDER BY positionCodes IS NOT NULL, closedAt DESC, id LIMIT ?`,
    provinceCode,
    mostCampaigns,
  )
  const found = new Map<string, Survey>()
  for (const { id } of rows) {
    const campaign = reportCampaign(id)
    const open = campaign.communeCodes.filter((code) => !found.has(code))
    if (open.length === 0) continue
    const survey = surveyOf(campaign)
    for (const code of open) found.set(code, survey)
  }
  return found
}

function surveyOf(campaign: ReportCampaign): Survey {
  const measures = allMeasures(frameworkVersion(campaign.frameworkVersionId).framework)
  return {
    campaign,
    from: {
      kind: 'campaign',
      id: campaign.id,
      title: campaign.title,
      day: campaign.closedAt ? vietnamDay(new Date(campaign.closedAt)) : campaign.closesOn,
    },
    released: releasedFigures(campaign),
    domains: measures.filter(({ isDomain }) => isDomain),
    measures: new Set(measures.map(({ code }) => code)),
    rates: reportRates(campaign, everybody),
  }
}

const missing = (why: Missing): Reading => ({ missing: why })

/** A measure of the survey of one commune, as its report shows it: in percent, an index of 0–100, or yes and no. */
export function surveyReading(
  survey: Survey | undefined,
  commune: string,
  measure: ProductMeasure,
  parameter?: string,
): Reading {
  if (!survey) return missing('campaign')
  const { campaign, from } = survey
  if (measure === 'at-target') return atTarget(survey, commune, parameter)
  if (measure === 'conditions') return conditions(survey, commune, parameter)
  if (measure === 'commune-form') {
    if (campaign.communeFormVersionId === null) return missing('unmeasured')
    const value = hasSubmittedForm(campaign.id, commune) ? 1 : 0
    return { value, low: value, high: value, from }
  }
  const rate = survey.rates.find(({ code }) => code === commune)
  if (!rate || rate.asked === 0) return missing('people')
  const value = (100 * rate.submitted) / rate.asked
  return { value, low: value, high: value, from }
}

/** People at target are those who are not below it, so the ends of the interval change places. */
function atTarget({ released, domains, measures, from }: Survey, commune: string, measure?: string): Reading {
  const shares = (of: { share: number; low: number; high: number }): Reading => ({
    value: 100 * (1 - of.share),
    low: 100 * (1 - of.high),
    high: 100 * (1 - of.low),
    from,
  })
  if (measure !== undefined) {
    if (!measures.has(measure)) return missing('unmeasured')
    const figure = figureOf(released, commune, everybody, measure)
    return isShown(figure) ? shares(figure) : missing(whyNot([figure]))
  }
  const figures = domains.map(({ code }) => figureOf(released, commune, everybody, code))
  const overall = overallOf(figures)
  return overall ? shares(overall) : missing(whyNot(figures))
}

function whyNot(figures: readonly Figure[]): Missing {
  if (figures.includes('hidden')) return 'hidden'
  return figures.includes('uninformed') ? 'uninformed' : 'unmeasured'
}

function conditions(survey: Survey, commune: string, parameter?: string): Reading {
  const { campaign, released, domains, rates, from } = survey
  const index = placements(campaign, released, domains, rates).communes.get(commune)?.conditions
  if (!index) return missing('unmeasured')
  const value =
    parameter === undefined
      ? index.total
      : isFacet(parameter)
        ? (index.facets.find(({ facet }) => facet === parameter) ?? null)
        : null
  return value ? { value: value.value, low: value.low, high: value.high, from } : missing('unmeasured')
}
