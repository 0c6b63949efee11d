import type { Change as ChangeFigure } from '~/gaps/change-figures'
import type { Claim } from '~/gaps/compare'
import type { ConditionFigure } from '~/gaps/conditions'
import { rounded } from '../workbook/sheet'
import { isShown, type Figure } from '~/gaps/figures'
import type { FigureData, PlaceConditionsData } from './schemas/figures'

function interval(value: number, low: number, high: number) {
  return { value: rounded(value), low: rounded(low), high: rounded(high) }
}

/** A figure as the API gives it: with a number only where the product shows one. `standing` is null of a whole province. */
export function figureData(
  measure: string,
  figure: Figure,
  standing: Claim | null,
  change: ChangeFigure | null,
): FigureData {
  if (!isShown(figure)) return { measure, status: figure ?? 'unmeasured' }
  const { n, people, rank } = figure
  return {
    ...{ measure, status: 'shown', n, people, rank },
    share: interval(figure.share, figure.low, figure.high),
    distance: interval(figure.distance, figure.distanceLow, figure.distanceHigh),
    standing: standing && { claim: standing.standing, certainty: standing.certainty },
    change: change && {
      ...{ claim: change.standing, certainty: change.certainty },
      share: interval(change.share, change.shareLow, change.shareHigh),
      distance: interval(change.distance, change.distanceLow, change.distanceHigh),
    },
  }
}

/** A condition of work as the API gives it. */
export function conditionData(figure: ConditionFigure): PlaceConditionsData['conditions'][number] {
  const { code, name } = figure
  if (figure.hidden) return { code, name, status: 'hidden' }
  const { n, lacking, low, high, state } = figure
  return { ...{ code, name, status: 'shown', n, lacking, state }, share: interval(lacking / n, low, high) }
}
