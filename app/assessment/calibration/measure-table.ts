import { cronbachAlpha } from '../item-analysis/alpha'
import { classicalAnalysis, type ClassicalTest } from '../item-analysis/classical'
import type { ItemParameters } from '../irt/parameters'
import { seeded } from '../numeric/random'
import { abilityByScore, type ScoreMeasure } from './by-score'
import { differentialFunctioning, type DifResult } from './dif'
import { meanSquares, scoreChiSquares, type ItemChiSquare } from './fit'
import { eStep } from './marginal'
import { matchingAbilities } from './matching'
import { calibrate, type ItemNote, type MmlModel } from './mml'
import type { MmlPrior } from './penalty'
import { answeredPart } from './patterns'
import { abilityReliability, measurePatterns, type PersonMeasure } from './persons'
import type { ResponseTable } from './parse-responses'
import type { ItemErrors } from './standard-errors'

export type MeasuredItem = {
  name: string
  parameters: ItemParameters | null
  errors: ItemErrors | null
  /** values[k] is the answer that stands for category k. */
  values: number[]
  answered: number
  /** Mean answer / greatest answer, 0…1. */
  facility: number | null
  /** Correlation with the sum of the other answers. */
  restCorrelation: number | null
  alphaIfDropped: number | null
  infit: number | null
  outfit: number | null
  sx2: ItemChiSquare | null
  notes: ItemNote[]
}

/**
 * - not-converged: the estimates may still move; no-item-placed: every item is constant or unanswered.
 * - missing-answers: some cells are empty beside items that nobody and lines that have no answer, so there is no table by
 *   score and no S-X².
 * - no-two-groups: the group column names fewer than two groups.
 */
export type MeasureNote = 'not-converged' | 'no-item-placed' | 'missing-answers' | 'no-two-groups'

/** What is measured of a table, as `npm run measure` prints it; docs/measure.schema.json describes it. */
export type MeasureResult = {
  version: 1
  model: MmlModel
  prior: MmlPrior
  items: MeasuredItem[]
  persons: (PersonMeasure & { line: number; group: string | null })[]
  byScore: ScoreMeasure[] | null
  fit: {
    persons: number
    logLikelihood: number
    free: number
    aic: number
    bic: number
    iterations: number
    converged: boolean
    standardErrors: 'observed' | 'cross-product'
  }
  reliability: { alpha: number | null; alphaRows: number; empirical: number | null; marginal: number | null }
  classical: ClassicalTest
  dif: {
    column: string
    groups: { name: string; count: number }[]
    matching: 'score' | 'ability'
    items: (Omit<DifResult, 'item'> & { name: string })[]
  } | null
  notes: MeasureNote[]
}

/**
 * Everything that is said of a response matrix from outside: calibration on one dimension, persons, fit, reliability,
 * classical item analysis and, with a group column, differential functioning. Deterministic.
 */
export function measureTable(
  table: ResponseTable,
  { model, prior }: { model: MmlModel; prior: MmlPrior },
): MeasureResult {
  const answers = table.rows.map((row) => row.answers)
  const count = table.items.length
  const result = calibrate(answers, count, { model, prior })
  const { coded, quadrature } = result
  const byPattern = measurePatterns(result)
  const persons = table.rows.map(({ line }, i) => ({
    line,
    group: table.group?.values[i] ?? null,
    ...byPattern[coded.patternOf[i]!]!,
  }))
  const { counts } = eStep(result.blocks, coded.patterns, quadrature)
  const squares = result.blocks.map((block, j) =>
    block && result.items[j]!.answered > 0
      ? meanSquares(block, quadrature.nodes, counts[j]!)
      : { infit: null, outfit: null },
  )
  const sx2 = scoreChiSquares(
    result.blocks,
    coded.patterns,
    quadrature,
    ['rasch', 'common-a'].includes(model) ? 1 : 2,
  )
  const maxima = table.items.map((_, j) => answers.reduce((most, row) => Math.max(most, row[j] ?? 0), 1))
  const classical = classicalAnalysis(answers, maxima)
  const { items: answered, patterns } = answeredPart(coded.patterns, count)
  const alpha = cronbachAlpha(
    answers.map((row) => answered.map((j) => row[j]!)),
    answered.length,
  )
  const complete = patterns !== null
  const dif = table.group && compareGroups(table, table.group, result.coded.values, persons, complete)
  const percent = (value: number | null) => (value === null ? null : value / 100)
  const notes: MeasureNote[] = []
  if (!result.converged) notes.push('not-converged')
  if (result.items.every(({ parameters }) => !parameters)) notes.push('no-item-placed')
  if (!complete) notes.push('missing-answers')
  if (dif && dif.groups.length < 2) notes.push('no-two-groups')
  return {
    version: 1,
    model,
    prior,
    items: result.items.map((item, j) => ({
      name: table.items[j]!,
      ...item,
      facility: percent(classical.items[j]!.facility),
      restCorrelation: percent(classical.items[j]!.discriminationIndex),
      alphaIfDropped: alpha.ifDropped[answered.indexOf(j)] ?? null,
      ...squares[j]!,
      sx2: sx2[j]!,
    })),
    persons,
    byScore: abilityByScore(result),
    fit: {
      persons: persons.filter(({ answered }) => answered > 0).length,
      logLikelihood: result.logLikelihood,
      free: result.free,
      aic: result.aic,
      bic: result.bic,
      iterations: result.iterations,
      converged: result.converged,
      standardErrors: result.information,
    },
    reliability: {
      alpha: alpha.alpha,
      alphaRows: alpha.rows,
      ...abilityReliability(persons.filter(({ answered }) => answered > 0)),
    },
    classical,
    dif,
    notes,
  }
}

function compareGroups(
  table: ResponseTable,
  group: NonNullable<ResponseTable['group']>,
  values: number[][],
  persons: { eap: number; sd: number }[],
  complete: boolean,
): MeasureResult['dif'] {
  // Categories, so that a 1/2 coding is right/wrong, too.
  const rows = table.rows.map(({ answers }) =>
    answers.map((value, j) => (value === null ? null : values[j]!.indexOf(value))),
  )
  const matched = matchingAbilities(
    [0],
    { general: 1, domain: 0, own: 0 },
    persons.map(({ eap, sd }) => ({ mean: Float64Array.of(eap), sd: Float64Array.of(sd) })),
    group.values,
    seeded('differential functioning'),
  ).map(([ability]) => ability!)
  const items = differentialFunctioning(
    { rows, groups: group.values, abilities: () => matched },
    table.items.length,
  )
  const names = [...new Set(group.values.filter((name) => name !== null))].sort()
  return {
    column: group.name,
    groups: names.map((name) => ({ name, count: group.values.filter((value) => value === name).length })),
    matching: complete ? 'score' : 'ability',
    items: items.map(({ item, ...rest }) => ({ name: table.items[item]!, ...rest })),
  }
}
