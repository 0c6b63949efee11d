import { formVersion } from '~/assessment/content.server'
import { conditionFigures, type ConditionFigure } from './conditions'
import type { Released } from './figures'
import { wholeProvince } from './pattern'
import { Recent } from './recent'
import type { ReportCampaign } from './report-campaign.server'

/** A condition of work in the province, and the number of communes where most people surely lack it. */
export type ProvinceCondition = { condition: ConditionFigure; communes: number }

/** `lacking`: communes where most people surely lack at least one condition of work. */
export type ProvinceConditions = { conditions: ProvinceCondition[]; lacking: number }

const cache = new Recent<ProvinceConditions>(6)

/** What the communes of a released campaign lack that training cannot give. */
export function provinceConditions(campaign: ReportCampaign, released: Released): ProvinceConditions {
  return cache.get(`${campaign.id} ${campaign.estimatedAt}`, () => {
    const form = formVersion(campaign.personFormVersionId)
    const lacks = campaign.communeCodes.map((code) =>
      conditionFigures(released, form, code).flatMap((each) =>
        !each.hidden && each.state === 'lacking' ? [each.code] : [],
      ),
    )
    return {
      conditions: conditionFigures(released, form, wholeProvince).map((condition) => ({
        condition,
        communes: lacks.filter((codes) => codes.includes(condition.code)).length,
      })),
      lacking: lacks.filter((codes) => codes.length > 0).length,
    }
  })
}
