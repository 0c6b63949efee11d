import { paths } from '~/paths'
import type { Criterion } from '../card'
import type { CriterionScore } from '../score'

/** The page on which somebody can look into a criterion or work on it; null where there is none. Indicators are a planner's. */
export function workPlace(
  { source }: Criterion,
  { reading }: CriterionScore,
  commune: string,
  isPlanner: boolean,
): string | null {
  if (source.kind === 'indicator') return isPlanner ? paths.indicators() : null
  if (source.kind !== 'product') return null
  const survey = reading.from?.kind === 'campaign' ? paths.gapsCommune(reading.from.id, commune) : null
  switch (source.measure) {
    case 'module-finished':
      return paths.learning({ module: source.parameter })
    case 'seats-named':
    case 'attendance':
      return paths.communeSeats(commune)
    case 'accounts':
      return paths.communeSlips(commune)
    case 'teams':
    case 'team-members':
      return paths.teams(commune)
    default:
      return survey
  }
}
