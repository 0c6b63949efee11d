import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '~/assessment/item'
import { scoreItem, type ItemAnswer } from '~/assessment/scoring/score'
import { qtiSamples } from '../../../../tests/builders/qti-items'
import { childOf, childrenOf, parseXml, textIn, type XmlElement } from '../safe-xml'
import { identifierOf } from './identifiers'
import { writeQti } from './write'

type Value = number | boolean | string | string[] | null
type Given = Record<string, Value>

const at = (element: XmlElement, name: string) => element.attributes.get(name) ?? ''
const list = (value: Value): string[] =>
  value === null ? [] : Array.isArray(value) ? value : [String(value)]

/** What response processing makes of answers, after the specification (section 15) rather than after our writer. */
function scoreOf(item: XmlElement, given: Given): number {
  const outcomes: Given = { SCORE: 0 }
  const declared = (id: string) =>
    childrenOf(item, 'responseDeclaration').find((each) => at(each, 'identifier') === id)!
  const right = (id: string) => {
    const values = childrenOf(childOf(declared(id), 'correctResponse')!, 'value').map(textIn)
    return at(declared(id), 'cardinality') === 'single' ? values[0]! : values
  }
  const mapped = (id: string) => {
    const mapping = childOf(declared(id), 'mapping')!
    const entries = new Map(
      childrenOf(mapping, 'mapEntry').map((each) => [at(each, 'mapKey'), Number(at(each, 'mappedValue'))]),
    )
    const sum = [...new Set(list(given[id] ?? null))].reduce(
      (total, key) => total + (entries.get(key) ?? Number(at(mapping, 'defaultValue'))),
      0,
    )
    return Math.min(Number(at(mapping, 'upperBound')), Math.max(Number(at(mapping, 'lowerBound')), sum))
  }
  const same = (id: string, a: Value, b: Value) => {
    const ordered = at(declared(id), 'cardinality') === 'ordered'
    const [one, two] = [a, b].map((each) => (ordered ? list(each) : list(each).sort()).join('|'))
    return one === two
  }
  const value = (element: XmlElement): Value => {
    const parts = () => childrenOf(element).map(value)
    const numbers = () => parts().map(Number)
    switch (element.name) {
      case 'variable':
        return given[at(element, 'identifier')] ?? outcomes[at(element, 'identifier')] ?? null
      case 'correct':
        return right(at(element, 'identifier'))
      case 'mapResponse':
        return mapped(at(element, 'identifier'))
      case 'baseValue':
        return at(element, 'baseType') === 'float' ? Number(textIn(element)) : textIn(element)
      case 'multiple':
      case 'ordered':
        return parts().flatMap(list)
      case 'match':
        return same('RESPONSE', parts()[0]!, parts()[1]!)
      case 'delete':
        return list(parts()[1]!).filter((each) => each !== parts()[0])
      case 'sum':
        return numbers().reduce((a, b) => a + b, 0)
      case 'product':
        return numbers().reduce((a, b) => a * b, 1)
      case 'subtract':
        return numbers()[0]! - numbers()[1]!
      case 'divide':
        return numbers()[0]! / numbers()[1]!
      case 'lt':
        return numbers()[0]! < numbers()[1]!
      case 'equal': {
        const [a, b] = numbers() as [number, number]
        return Math.abs(a - b) <= Number(at(element, 'tolerance').split(' ')[0] ?? 0)
      }
      default:
        throw new Error(element.name)
    }
  }
  const run = (rules: XmlElement[]) => {
    for (const rule of rules) {
      if (rule.name === 'setOutcomeValue' && at(rule, 'identifier') === 'SCORE')
        outcomes.SCORE = value(childrenOf(rule)[0]!)
      if (rule.name !== 'responseCondition') continue
      const taken = childrenOf(rule).find(
        (branch) => branch.name === 'responseElse' || value(childrenOf(branch)[0]!) === true,
      )
      if (taken) run(taken.name === 'responseElse' ? childrenOf(taken) : childrenOf(taken).slice(1))
    }
  }
  const processing = childOf(item, 'responseProcessing')!
  const template = at(processing, 'template')
  if (template.endsWith('match_correct'))
    return same('RESPONSE', given.RESPONSE ?? null, right('RESPONSE')) ? 1 : 0
  if (template.endsWith('map_response')) return mapped('RESPONSE')
  // Feedback is left out: its conditions ask of texts and areas, and set no score.
  run(childrenOf(processing).filter((rule) => !textOf(rule).includes('FEEDBACK')))
  return Number(outcomes.SCORE)
}

const textOf = (element: XmlElement): string =>
  at(element, 'identifier') + childrenOf(element).map(textOf).join(' ')

const ids = (parts: { id: string }[]) => parts.map(({ id }) => id)

/** Answers of ours with the same answer as QTI has it. */
function answersTo(item: Item): fc.Arbitrary<[ItemAnswer, Given]> {
  switch (item.kind) {
    case 'single':
      return fc.constantFrom(...ids(item.options)).map((id) => [id, { RESPONSE: identifierOf(id) }])
    case 'multiple':
      return fc.subarray(ids(item.options)).map((chosen) => [chosen, { RESPONSE: chosen.map(identifierOf) }])
    case 'ordering':
      return fc
        .shuffledSubarray(ids(item.steps), { minLength: item.steps.length })
        .map((order) => [order, { RESPONSE: order }])
    case 'truefalse':
      return fc
        .tuple(...item.statements.map(() => fc.constantFrom('t', 'f')))
        .map((said) => [
          Object.fromEntries(item.statements.map(({ id }, i) => [id, said[i]!])),
          { RESPONSE: item.statements.map(({ id }, i) => `${id} is.${said[i] === 't'}`) },
        ])
    case 'matching': {
      const rights = [...ids(item.pairs), ...ids(item.extra ?? [])]
      return fc
        .tuple(...item.pairs.map(() => fc.constantFrom(...rights)))
        .map((said) => [
          Object.fromEntries(item.pairs.map(({ id }, i) => [id, said[i]!])),
          { RESPONSE: item.pairs.map(({ id }, i) => `${id} right.${said[i]}`) },
        ])
    }
    case 'numeric':
      return fc
        .constantFrom(item.answer, item.answer + item.tolerance, item.answer + item.tolerance + 1, 0)
        .map((typed) => [typed, { RESPONSE: typed }])
    case 'short':
      return fc
        .constantFrom(...item.answers.map(({ vi }) => vi), 'khác')
        .map((typed) => [typed, { RESPONSE: typed }])
    case 'gaps':
      return fc
        .tuple(
          ...item.gaps.map((gap) =>
            fc.constantFrom(
              ...('options' in gap ? ids(gap.options) : [...gap.answers.map(({ vi }) => vi), 'khác']),
            ),
          ),
        )
        .map((said) => [
          Object.fromEntries(item.gaps.map(({ id }, i) => [id, said[i]!])),
          Object.fromEntries(item.gaps.map(({ id }, i) => [`RESPONSE_${id}`, said[i]!])),
        ])
    case 'point':
    case 'essay':
      throw new Error(item.kind)
  }
}

describe('response processing scores an answer as we do', () => {
  const scored = Object.entries(qtiSamples).filter(([, { kind }]) => kind !== 'point' && kind !== 'essay')
  it.each(scored.map(([name]) => name))('%s', (name) => {
    const item = qtiSamples[name] as Item
    const { files } = writeQti([qtiSamples[name]!], 'vi', '2.1', new Map())
    const { document } = parseXml(new TextDecoder().decode([...files.values()][1]))
    fc.assert(
      fc.property(answersTo(item), ([ours, theirs]) => {
        expect(scoreOf(document!, theirs)).toBeCloseTo(scoreItem(item, ours), 9)
      }),
      { numRuns: 60 },
    )
  })
})
