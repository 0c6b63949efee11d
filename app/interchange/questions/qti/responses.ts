import { childOf, childrenOf, textIn, type XmlElement } from '../safe-xml'
import { attribute, elementsUnder, named, numberIn } from './tree'

/** A response variable as it is declared (QTI 2.1, section 3). */
export type Response = {
  id: string
  many: boolean
  baseType: string
  correct: string[]
  mapping: { values: Map<string, number>; exact: boolean; rest: number; most: number | null } | null
  areas: { shape: string; coords: string; value: number }[]
  /** How it is scored: as a whole against the right answer, by what the mapping says, or by other rules. */
  scored: Scored
}

type Scored = 'match' | 'map' | 'rules'

/** One branch of the rules: what is asked of which response, and which feedback it leads to. */
type Branch = { condition: XmlElement; responses: string[]; compared: string[]; sets: Map<string, string[]> }

/** The variables and rules of an assessmentItem. */
export class Responses {
  private readonly declared: Map<string, Response>
  private readonly processing: XmlElement | undefined
  readonly branches: Branch[]
  /** Outcomes that take the response itself as their value, by the outcome's name. */
  readonly direct = new Map<string, string>()
  /** What an outcome is before or whatever is answered. */
  private readonly always = new Map<string, string[]>()

  constructor(item: XmlElement) {
    this.processing = childOf(item, 'responseProcessing')
    const rules = this.processing
    this.branches = (rules ? elementsUnder(rules) : [])
      .filter(({ name }) => name === 'responseIf' || name === 'responseElseIf')
      .flatMap(branchOf)
    for (const outcome of childrenOf(item, 'outcomeDeclaration')) {
      const standing = childOf(outcome, 'defaultValue')
      if (standing) this.always.set(attribute(outcome, 'identifier'), valuesIn(standing))
    }
    for (const set of rules ? childrenOf(rules, 'setOutcomeValue') : []) {
      const outcome = attribute(set, 'identifier')
      const [variable] = named(set, 'variable')
      const values = named(set, 'baseValue').map((value) => textIn(value).trim())
      if (variable) this.direct.set(outcome, attribute(variable, 'identifier'))
      else if (values.length > 0) this.always.set(outcome, values)
    }
    this.declared = new Map(
      childrenOf(item, 'responseDeclaration').map((element) => {
        const id = attribute(element, 'identifier')
        return [id, { ...declarationOf(element), id, scored: this.scoring(id, element) }]
      }),
    )
  }

  of(interaction: XmlElement): Response {
    const id = attribute(interaction, 'responseIdentifier')
    return (
      this.declared.get(id) ?? {
        id,
        many: false,
        baseType: '',
        correct: [],
        mapping: null,
        areas: [],
        scored: 'match',
      }
    )
  }

  isAlways(outcome: string, value: string): boolean {
    return this.always.get(outcome)?.includes(value) ?? false
  }

  private scoring(id: string, declaration: XmlElement): Scored {
    const template = attribute(this.processing, 'template') || attribute(this.processing, 'templateLocation')
    if (/map_response/i.test(template)) return 'map'
    if (/match_correct/i.test(template)) return 'match'
    const used = (name: string) =>
      this.processing !== undefined &&
      named(this.processing, name).some((each) => attribute(each, 'identifier') === id)
    if (used('mapResponse') || used('mapResponsePoint')) return 'map'
    if (used('correct')) return 'match'
    if (childOf(declaration, 'mapping')) return 'map'
    return this.branches.length > 0 ? 'rules' : 'match'
  }
}

function valuesIn(element: XmlElement): string[] {
  return childrenOf(element, 'value').map((value) => textIn(value).trim())
}

function declarationOf(element: XmlElement): Omit<Response, 'id' | 'scored'> {
  const right = childOf(element, 'correctResponse')
  const mapping = childOf(element, 'mapping')
  const entries = mapping ? childrenOf(mapping, 'mapEntry') : []
  const areas = childOf(element, 'areaMapping')
  return {
    many: attribute(element, 'cardinality') !== 'single',
    baseType: attribute(element, 'baseType'),
    correct: right ? valuesIn(right) : [],
    mapping: mapping
      ? {
          values: new Map(
            entries.map((entry) => [
              attribute(entry, 'mapKey'),
              numberIn(attribute(entry, 'mappedValue')) ?? 0,
            ]),
          ),
          exact: entries.length > 0 && entries.every((entry) => attribute(entry, 'caseSensitive') === 'true'),
          rest: numberIn(attribute(mapping, 'defaultValue')) ?? 0,
          most: numberIn(attribute(mapping, 'upperBound')),
        }
      : null,
    areas: (areas ? childrenOf(areas, 'areaMapEntry') : []).map((entry) => ({
      shape: attribute(entry, 'shape'),
      coords: attribute(entry, 'coords'),
      value: numberIn(attribute(entry, 'mappedValue')) ?? 0,
    })),
  }
}

function branchOf(element: XmlElement): Branch[] {
  const [condition, ...rules] = childrenOf(element)
  if (!condition) return []
  const asked = [condition, ...elementsUnder(condition)].filter(({ name }) => name === 'variable')
  const sets = rules
    .filter(({ name }) => name === 'setOutcomeValue')
    .map((set): [string, string[]] => [
      attribute(set, 'identifier'),
      named(set, 'baseValue').map((value) => textIn(value).trim()),
    ])
  return [
    {
      condition,
      responses: asked.map((each) => attribute(each, 'identifier')),
      compared: comparedWith(condition),
      sets: new Map(sets),
    },
  ]
}

/** What a condition compares a response with: the values that stand in it, or an area as `shape:coords`. */
function comparedWith(condition: XmlElement): string[] {
  return [condition, ...elementsUnder(condition)].flatMap((each) =>
    each.name === 'baseValue'
      ? [textIn(each).trim()]
      : each.name === 'inside'
        ? [`${attribute(each, 'shape')}:${attribute(each, 'coords')}`]
        : [],
  )
}
