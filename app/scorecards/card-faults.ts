import type { Message } from '~/formats/message'
import { activeCriteria, isFacet, pointsInAll, productMeasures, type Card, type Criterion } from './card'

/** What sources may name: measures of the framework, modules in use, indicators of the province. */
export type Known = {
  measures: ReadonlySet<string>
  modules: ReadonlySet<string>
  indicators: ReadonlySet<string>
}

/** What is wrong with a card, `criterion` where it is one's own; a card with such faults is not published. */
export type CardFault = Message & { criterion?: string }

/**
 * Everything that keeps a card from being published: codes used twice, a group that is not there, points that do not add up,
 * a rule that does not fit its source, a measure that does not exist. An indicator that is not there yet is no fault: its
 * file may come later, and until then the criterion has no figure.
 */
export function cardFaults(card: Card, known: Omit<Known, 'indicators'>): CardFault[] {
  const active = activeCriteria(card)
  const sum = pointsInAll(active)
  return [
    ...(active.length === 0 ? [{ key: 'fault.none' }] : []),
    ...twice(card.criteria.map((each) => each.code)).map((code) => ({
      key: 'fault.twice',
      values: { code },
      criterion: code,
    })),
    ...twice(card.groups.map((each) => each.code)).map((code) => ({
      key: 'fault.groupTwice',
      values: { code },
    })),
    ...(active.length > 0 && sum !== card.total
      ? [{ key: 'fault.sum', values: { sum: shown(sum), total: shown(card.total) } }]
      : []),
    ...active.flatMap((each) => criterionFaults(each, card, known)),
  ]
}

/** What is wrong with one criterion by itself. */
export function criterionFaults(
  each: Criterion,
  card: Pick<Card, 'groups'>,
  known: Omit<Known, 'indicators'>,
): CardFault[] {
  const fault = (key: string, values: Record<string, string | number> = {}): CardFault => ({
    key,
    values: { code: each.code, ...values },
    criterion: each.code,
  })
  const faults: CardFault[] = []
  if (!card.groups.some(({ code }) => code === each.group)) faults.push(fault('fault.group'))
  if (!sourceExists(each, known)) faults.push(fault('fault.source'))
  const { rule, max } = each
  const binary = isBinary(each)
  if (binary !== (rule.kind === 'yesno')) faults.push(fault('fault.rule'))
  if (rule.kind === 'linear' && rule.floor === rule.goal) faults.push(fault('fault.range'))
  if (each.source.kind === 'level' && rule.kind === 'linear') faults.push(fault('fault.rule'))
  if (each.source.kind === 'number' && each.source.least >= each.source.most)
    faults.push(fault('fault.bounds'))
  if (rule.kind === 'steps') {
    if (!inOrder(rule)) faults.push(fault('fault.steps'))
    if (Math.max(...rule.steps.map(({ points }) => points)) !== max)
      faults.push(fault('fault.most', { max: shown(max) }))
  }
  return faults
}

function sourceExists({ source }: Criterion, known: Omit<Known, 'indicators'>): boolean {
  if (source.kind !== 'product') return true
  const { parameter: wanted } = productMeasures[source.measure]
  const { parameter } = source
  if (wanted === null) return parameter === undefined
  if (parameter === undefined) return wanted !== 'module'
  if (wanted === 'facet') return isFacet(parameter) && parameter !== 'other'
  return wanted === 'module' ? known.modules.has(parameter) : known.measures.has(parameter)
}

function isBinary({ source }: Criterion): boolean {
  return (
    source.kind === 'yesno' || (source.kind === 'product' && productMeasures[source.measure].unit === 'yesno')
  )
}

/** Whether thresholds run one way and points with them, so that a better value never gets less. */
function inOrder({ steps, better }: Extract<Criterion['rule'], { kind: 'steps' }>): boolean {
  const sign = better === 'higher' ? 1 : -1
  return steps.every((step, i) => {
    const before = steps[i - 1]
    return !before || (sign * (step.at - before.at) > 0 && step.points > before.points)
  })
}

function twice(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))]
}

const shown = (value: number) => String(value).replace('.', ',')
