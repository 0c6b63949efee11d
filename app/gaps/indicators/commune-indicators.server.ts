import { group } from '~/people/roster/commune-lookup'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import type { IndicatorInfo, IndicatorValue } from './indicator'
import { indicatorsOf, indicatorValues } from './indicator-values.server'
import { daySummaries, type DaySummary } from './summary'

/** An indicator of one commune: its newest value, those before it with the newest first, and the province on the same day. */
export type CommuneIndicator = {
  indicator: IndicatorInfo
  newest: IndicatorValue
  before: IndicatorValue[]
  province: DaySummary
}

const mostBefore = 3

/** What is known of a commune besides its skills; empty for who may not see it. */
export function communeIndicators(
  actor: Actor,
  provinceCode: string,
  communeCode: string,
): CommuneIndicator[] {
  if (!can(actor, 'indicators.view', { provinceCode, communeCode })) return []
  const all = group(indicatorValues(provinceCode), ({ indicatorId }) => indicatorId)
  return indicatorsOf(provinceCode).flatMap((indicator) => {
    const values = all.get(indicator.id) ?? []
    const own = values.filter((value) => value.communeCode === communeCode).reverse()
    const [newest, ...before] = own
    const province = daySummaries(values).find(({ date }) => date === newest?.date)
    return newest && province ? [{ indicator, newest, before: before.slice(0, mostBefore), province }] : []
  })
}
