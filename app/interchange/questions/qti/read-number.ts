import { childrenOf, textIn, type XmlElement } from '../safe-xml'
import type { Response, Responses } from './responses'
import { attribute, elementsUnder, numberIn } from './tree'

type Range = { answer: number; tolerance: number }

/** The right number with how far off it may be, as the rules say it (section 15.4: equal, equalRounded, gte, lte). */
export function readNumber(response: Response, responses: Responses): Range | null {
  const stated = numberIn(response.correct[0] ?? '') ?? bestOf(response)
  const conditions = responses.branches
    .filter((branch) => branch.responses.includes(response.id))
    .flatMap(({ condition }) => [condition, ...elementsUnder(condition)])
  for (const condition of conditions) {
    const value = numberBeside(condition) ?? stated
    if (value === null) continue
    if (condition.name === 'equal') return around(value, condition)
    if (condition.name === 'equalRounded') return rounded(value, condition)
    if (condition.name === 'and') {
      const found = between(condition)
      if (found) return found
    }
  }
  return stated === null ? null : { answer: stated, tolerance: 0 }
}

function bestOf({ mapping }: Response): number | null {
  const best = [...(mapping?.values ?? [])].sort(([, a], [, b]) => b - a)[0]
  return best ? numberIn(best[0]) : null
}

/** The number that stands in a comparison. */
function numberBeside(condition: XmlElement): number | null {
  const value = childrenOf(condition, 'baseValue')[0]
  return value ? numberIn(textIn(value)) : null
}

const tidy = (value: number) => Number(value.toPrecision(12))

function middle(low: number, high: number): Range {
  return { answer: tidy((low + high) / 2), tolerance: Math.abs(tidy((high - low) / 2)) }
}

function around(value: number, condition: XmlElement): Range {
  const [below = 0, above = below] = attribute(condition, 'tolerance')
    .split(/\s+/)
    .flatMap((each) => numberIn(each) ?? [])
    .map(Math.abs)
  const mode = attribute(condition, 'toleranceMode')
  const unit = mode === 'absolute' ? 1 : mode === 'relative' ? Math.abs(value) / 100 : 0
  if (below === above) return { answer: value, tolerance: mode === 'absolute' ? below : tidy(below * unit) }
  return middle(value - below * unit, value + above * unit)
}

function rounded(value: number, condition: XmlElement): Range {
  const figures = numberIn(attribute(condition, 'figures')) ?? 0
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  const last = attribute(condition, 'roundingMode') === 'decimalPlaces' ? -figures : size - figures + 1
  const tolerance = tidy(0.5 * 10 ** Math.max(-300, Math.min(300, last)))
  return { answer: value, tolerance }
}

function between(condition: XmlElement): Range | null {
  const bound = (...names: string[]) => {
    const found = childrenOf(condition).find(({ name }) => names.includes(name))
    return found ? numberBeside(found) : null
  }
  const [low, high] = [bound('gte', 'gt'), bound('lte', 'lt')]
  return low === null || high === null || low > high ? null : middle(low, high)
}
