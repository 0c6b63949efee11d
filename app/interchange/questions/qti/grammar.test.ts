import fc from 'fast-check'
import { expect, it } from 'vitest'
import { draftItems } from '../../../../tests/builders/draft-items'
import { qtiPictures, qtiSamples } from '../../../../tests/builders/qti-items'
import { childrenOf, parseXml, type XmlElement } from '../safe-xml'
import { writeQti } from './write'

const expression =
  '(variable|correct|mapResponse|baseValue|match|multiple|ordered|delete|sum|subtract|product|divide|lt|equal|stringMatch|inside) '
const one = `^${expression}$`
const two = `^(${expression}){2}$`
const rules = '(responseCondition |setOutcomeValue )'
const inline = '^(br )*$'

/** What of QTI 2.1 and 2.2 is written: attributes (`?` where they may lack), and the elements within in their order. */
const grammar: Record<string, [attributes: string, content: string]> = {
  assessmentItem: [
    'xmlns xmlns:xsi xsi:schemaLocation identifier title xml:lang adaptive timeDependent',
    '^(responseDeclaration )+(outcomeDeclaration ){2,4}itemBody (responseProcessing )?(modalFeedback )*$',
  ],
  responseDeclaration: ['identifier cardinality baseType', '^(correctResponse )?((mapping |areaMapping ))?$'],
  correctResponse: ['', '^(value )+$'],
  value: ['', '^$'],
  mapping: ['lowerBound upperBound defaultValue', '^(mapEntry )+$'],
  mapEntry: ['mapKey mappedValue caseSensitive?', '^$'],
  areaMapping: ['lowerBound upperBound defaultValue', '^(areaMapEntry )+$'],
  areaMapEntry: ['shape coords mappedValue', '^$'],
  outcomeDeclaration: ['identifier cardinality baseType', '^(defaultValue )?$'],
  defaultValue: ['', '^(value )+$'],
  itemBody: ['', '^(p )*(div |rubricBlock )?([a-zA-Z]+Interaction )?$'],
  div: ['class label?', '^p (ul )?$'],
  p: ['', '^(br |img |textEntryInteraction |inlineChoiceInteraction |span )*$'],
  span: ['class', '^$'],
  br: ['', '^$'],
  img: ['src alt', '^$'],
  ul: ['', '^(li )+$'],
  li: ['', '^$'],
  rubricBlock: ['view', '^(div )+$'],
  choiceInteraction: ['responseIdentifier shuffle maxChoices', '^(simpleChoice )+$'],
  orderInteraction: ['responseIdentifier shuffle', '^(simpleChoice )+$'],
  simpleChoice: ['identifier', inline],
  matchInteraction: ['responseIdentifier shuffle maxAssociations', '^simpleMatchSet simpleMatchSet $'],
  simpleMatchSet: ['', '^(simpleAssociableChoice )+$'],
  simpleAssociableChoice: ['identifier matchMax', inline],
  textEntryInteraction: ['responseIdentifier expectedLength?', '^$'],
  inlineChoiceInteraction: ['responseIdentifier shuffle', '^(inlineChoice )+$'],
  inlineChoice: ['identifier', '^$'],
  selectPointInteraction: ['responseIdentifier maxChoices', '^object $'],
  object: ['data type width height', '^$'],
  extendedTextInteraction: ['responseIdentifier expectedLength', '^$'],
  responseProcessing: ['template?', `^${rules}*$`],
  responseCondition: ['', '^responseIf (responseElseIf )*(responseElse )?$'],
  responseIf: ['', `^${expression}${rules}+$`],
  responseElseIf: ['', `^${expression}${rules}+$`],
  responseElse: ['', `^${rules}+$`],
  setOutcomeValue: ['identifier', one],
  variable: ['identifier', '^$'],
  correct: ['identifier', '^$'],
  mapResponse: ['identifier', '^$'],
  baseValue: ['baseType', '^$'],
  match: ['', two],
  delete: ['', two],
  subtract: ['', two],
  divide: ['', two],
  lt: ['', two],
  equal: ['toleranceMode tolerance?', two],
  stringMatch: ['caseSensitive', two],
  inside: ['shape coords', one],
  multiple: ['', `^(${expression})+$`],
  ordered: ['', `^(${expression})+$`],
  sum: ['', `^(${expression})+$`],
  product: ['', `^(${expression})+$`],
  modalFeedback: ['outcomeIdentifier showHide identifier title?', inline],
}
const name = /^[A-Za-z_][A-Za-z0-9._-]*$/
const named = new Set([
  'responseDeclaration',
  'outcomeDeclaration',
  'simpleChoice',
  'simpleAssociableChoice',
  'inlineChoice',
  'variable',
  'modalFeedback',
])

function faultsIn(element: XmlElement): string[] {
  const rule = grammar[element.name]
  if (!rule) return [element.name]
  const allowed = rule[0].split(' ').filter(Boolean)
  const required = allowed.filter((each) => !each.endsWith('?'))
  const content = childrenOf(element)
    .map((each) => `${each.name} `)
    .join('')
  return [
    ...[...element.attributes.keys()]
      .filter((key) => !required.includes(key) && !allowed.includes(`${key}?`))
      .map((key) => `${element.name}@${key}`),
    ...required.filter((key) => !element.attributes.has(key)).map((key) => `${element.name} without ${key}`),
    ...(new RegExp(rule[1]).test(content) ? [] : [`${element.name}: ${content}`]),
    ...(named.has(element.name) && !name.test(element.attributes.get('identifier')!)
      ? [`${element.name} identifier`]
      : []),
    ...childrenOf(element).flatMap(faultsIn),
  ]
}

function faultsOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files].flatMap(([path, content]) => {
    if (!path.endsWith('.xml') || path === 'imsmanifest.xml') return []
    const { document } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(content))
    return document ? faultsIn(document) : [`${path} is not well-formed`]
  })
}

it.each(['2.1', '2.2'] as const)('is in the grammar of QTI %s, every kind of item', (version) => {
  expect(faultsOf(writeQti(Object.values(qtiSamples), 'vi', version, qtiPictures).files)).toEqual([])
})

it('is in the grammar whatever the texts are', () => {
  fc.assert(
    fc.property(fc.array(draftItems('vi'), { maxLength: 3 }), (items) => {
      expect(faultsOf(writeQti(items, 'vi', '2.1', new Map()).files)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
