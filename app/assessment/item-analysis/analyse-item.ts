import type { ItemParameters } from '../irt/parameters'
import type { ItemVersion } from '../item'
import type { Bilingual } from '~/platform/i18n/locale'
import { observationsOf } from '../measured-answers'
import { areaAt } from '../picture-areas'
import { isPoint, judgement, rowsOf, tallness, type ItemAnswer } from '../scoring/score'
import { distractorTable, fifths, optionCurves, type DistractorRow, type OptionCurve } from './distractors'
import { residuals, type Placed, type Residuals } from './residuals'

/** One person's answer to the item, with what is known of the person otherwise. */
export type ItemAnswerOf = {
  score: number
  /** Ids of chosen options; empty for “I do not know”. Only items with options have them. */
  chosen: readonly string[] | null
  /** From the page to the answer, null where nobody took the time. */
  seconds: number | null
  pilot: boolean
  /** By which people are ranked: the share of points on the other items, or the ability where items were chosen. */
  rank: number
  /** Of the item's competency; null where the sitting has not been measured. */
  ability: { mean: number; sd: number } | null
}

export type ScoreGroup = { people: number; share: number | null }
export type ItemAnalysis = {
  people: number
  pilots: number
  residuals: Residuals
  distractors: DistractorRow[]
  curves: OptionCurve[]
  /** Fifths of the people by rank, the lowest first: mean share of the item's points. */
  groups: ScoreGroup[]
}

type Scale = {
  dimensionOf: ReadonlyMap<string, number>
  parametersOf: (id: string) => ItemParameters
}

/** What the answers to one item show beside the classical figures. */
export function analyseItem(item: ItemVersion, scale: Scale, answers: readonly ItemAnswerOf[]): ItemAnalysis {
  const placed = answers.flatMap(({ score, seconds, pilot, ability }): Placed[] => {
    const given = { itemId: item.id, competency: item.competency, kind: item.kind, score, seconds }
    const [observation] = observationsOf(scale, [given]).observations
    return observation && ability ? [{ category: observation.category, ...ability, counted: !pilot }] : []
  })
  const parts = partsOf(item).map(({ id }) => id)
  const taken = answers.flatMap(({ chosen, rank }) => (chosen ? [{ chosen, rest: rank }] : []))
  return {
    people: answers.length,
    pilots: answers.filter(({ pilot }) => pilot).length,
    residuals: residuals(scale.parametersOf(item.id), placed),
    distractors: parts.length === 0 ? [] : distractorTable(taken, parts),
    curves: parts.length === 0 ? [] : optionCurves(taken, parts),
    groups: byRank(answers),
  }
}

/** What can be chosen: options, statements that can be called true, areas. Of what is typed or ordered nothing is. */
export function partsOf(item: ItemVersion): (Bilingual & { id: string; correct?: boolean })[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return item.options
    case 'truefalse':
      return item.statements
    case 'point':
      return item.areas.map(({ id, name, correct }) => ({ id, ...name, correct }))
    default:
      return []
  }
}

/** The parts of them that are right. */
export function keyOf(item: ItemVersion): string[] {
  return partsOf(item).flatMap(({ id, correct }) => (correct ? [id] : []))
}

/** The parts that an answer chose; null for an item without parts to choose, or an answer of another shape. */
export function chosenParts(item: ItemVersion, answer: ItemAnswer): string[] | null {
  switch (item.kind) {
    case 'single':
      return typeof answer === 'string' ? [answer] : null
    case 'multiple':
      return Array.isArray(answer) && !isPoint(answer) ? answer : null
    case 'truefalse':
      return orNone(
        Object.entries(rowsOf(answer)).flatMap(([id, said]) => (said === judgement(true) ? [id] : [])),
      )
    case 'point': {
      if (!isPoint(answer)) return null
      const area = areaAt(item.areas, answer, tallness(item))
      return orNone(area ? [area.id] : [])
    }
    default:
      return null
  }
}

/** An answer that chose no part is still not “I do not know”. */
function orNone(parts: string[]): string[] {
  return parts.length > 0 ? parts : ['–']
}

/** The mean difficulty of an item's steps on the scale. */
export function difficultyOf({ b }: ItemParameters): number {
  return typeof b === 'number' ? b : b.reduce((sum, step) => sum + step, 0) / b.length
}

function byRank(answers: readonly ItemAnswerOf[]): ScoreGroup[] {
  return fifths([...answers].sort((a, b) => a.rank - b.rank)).map((group) => ({
    people: group.length,
    share: group.length > 0 ? group.reduce((sum, { score }) => sum + score, 0) / group.length : null,
  }))
}
