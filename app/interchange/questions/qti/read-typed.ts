import type { Message } from '~/formats/message'
import { cleanText, oneLine } from '../plain-text'
import { childrenOf, textIn, type XmlElement } from '../safe-xml'
import { idsOf } from './identifiers'
import { percent, readOptions, type ReadParts } from './read-choice'
import { readNumber } from './read-number'
import type { Response, Responses } from './responses'
import type { Texts } from './texts'
import { attribute, elementsUnder, replaced } from './tree'
import type { Of } from './write-body'

const isNumber = ({ baseType }: Response) => baseType === 'float' || baseType === 'integer'
const blocks = new Set(['p', 'div', 'li', 'td', 'th', 'blockquote', 'pre', 'dd', 'dt', 'caption', 'itemBody'])

/** Where one gap stands in the body: its block, and what that says before and behind it. */
export function aroundGap(
  body: XmlElement,
  gap: XmlElement,
): { block: XmlElement; before: string; behind: string } {
  let block = body
  for (const each of elementsUnder(body)) {
    if (blocks.has(each.name) && elementsUnder(each).includes(gap)) block = each
  }
  const mark = '\u0001'
  const said = (element: XmlElement): string =>
    element.children
      .map((child) => (typeof child === 'string' ? child : child === gap ? mark : said(child)))
      .join('')
  const [before = '', behind = ''] = said(block).split(mark).map(cleanText)
  return { block, before, behind }
}

/** The longest that a unit is taken for one. */
const longestUnit = 16

/** textEntryInteraction alone on its line: a number with its unit, or a short text (section 7.3.2). */
export function readEntry(
  gap: XmlElement,
  body: XmlElement,
  texts: Texts,
  responses: Responses,
): (ReadParts & { block: XmlElement | null }) | null {
  const response = responses.of(gap)
  const { block, before, behind } = aroundGap(body, gap)
  const alone = block !== body && before === ''
  if (isNumber(response)) {
    const found = readNumber(response, responses)
    const unit = alone && behind.length <= longestUnit && !behind.includes('\n') ? behind : null
    const also = [...(response.mapping?.values.keys() ?? [])].filter((key) => Number(key) !== found?.answer)
    const losses: Message[] = [
      ...(found ? [] : [{ key: 'loss.noKey' }]),
      ...(also.length > 0
        ? [{ key: 'loss.moreAnswers', values: { count: also.length, what: also.join('; ').slice(0, 200) } }]
        : []),
    ]
    return {
      parts: {
        kind: 'numeric',
        answer: found?.answer ?? 0,
        tolerance: found?.tolerance ?? 0,
        ...(unit ? { unit: texts.both(unit) } : {}),
      },
      losses,
      block: unit === null ? null : block,
    }
  }
  if (!alone || behind !== '') return null
  const { answers, exact, losses } = readAnswers(response, texts, responses)
  return { parts: { kind: 'short', answers, ...(exact ? { exact } : {}) }, losses, block }
}

/** What may be typed: the keys of the mapping, else the right answers, else what the rules compare with. */
function readAnswers(response: Response, texts: Texts, responses: Responses, byName = true) {
  const { mapping, correct } = response
  const compared = responses.branches
    .filter((branch) => branch.responses.includes(response.id))
    .filter(({ condition }) => ['stringMatch', 'match', 'equal'].includes(condition.name))
  const worth = new Map<string, number | undefined>()
  if (mapping && response.scored !== 'match') {
    const most = mapping.most ?? Math.max(0, ...mapping.values.values())
    for (const [key, value] of mapping.values) if (oneLine(key)) worth.set(key, most > 0 ? value / most : 0)
  }
  if (worth.size === 0) for (const key of correct) worth.set(key, undefined)
  if (worth.size === 0)
    for (const branch of compared) for (const key of branch.compared) worth.set(key, undefined)
  worth.delete('')
  const even = [...worth.values()].every((share) => share === undefined || Math.abs(share - 1) < 1e-6)
  const ids = idsOf(
    [...worth.keys()].map((_, i) => `#${i}`),
    'letters',
  )
  const exact =
    mapping && response.scored !== 'match'
      ? mapping.exact
      : compared.some(({ condition }) => attribute(condition, 'caseSensitive') === 'true')
  const answers = [...worth].map(([key, share], i) => ({
    id: ids.get(`#${i}`)!,
    ...texts.both(oneLine(key)),
    ...texts.told(response.id, key, byName),
    ...(even ? {} : { weight: percent(share ?? 0) }),
  }))
  const losses: Message[] = answers.length === 0 ? [{ key: 'loss.noKey' }] : []
  return { answers, exact, losses }
}

/** Gaps in a text: what is typed, chosen from a list, or dragged there (sections 7.3.1, 7.3.2 and 7.2.5). */
export function readGaps(
  body: XmlElement,
  interactions: XmlElement[],
  texts: Texts,
  responses: Responses,
): {
  parts: Of<'gaps'> extends infer G ? Pick<G & Of<'gaps'>, 'kind' | 'text' | 'gaps'> : never
  losses: Message[]
  stem: string
} {
  const dragged = interactions.filter(({ name }) => name === 'gapMatchInteraction')
  const holders = interactions.flatMap((each) =>
    dragged.includes(each) ? elementsUnder(each).filter(({ name }) => name === 'gap') : [each],
  )
  const { stem, text } = parted(body, (each) => holders.includes(each))
  const isPart = (each: XmlElement) =>
    each.name === 'gapText' || (holders.includes(each) && !dragged.includes(each))
  const written = textIn(replaced(text, (each) => (isPart(each) ? null : undefined)))
  const wanted = holders.map((holder) =>
    attribute(holder, holder.name === 'gap' ? 'identifier' : 'responseIdentifier').replace(/^RESPONSE_/, ''),
  )
  const ids = gapIds(wanted, written)
  const marker = new Map(holders.map((holder, i) => [holder, `{${ids[i]!}}`]))
  const losses: Message[] = []
  const gaps = holders.map((holder, i) => {
    const id = ids[i]!
    if (holder.name === 'textEntryInteraction') {
      const response = responses.of(holder)
      const number = isNumber(response) ? readNumber(response, responses) : null
      if (number && number.tolerance > 0)
        losses.push({ key: 'qti.tolerance', values: { what: number.answer } })
      const { answers, exact, losses: lost } = readAnswers(response, texts, responses, false)
      losses.push(...lost)
      return { id, answers, ...(exact ? { exact } : {}) }
    }
    const { response, choices } =
      holder.name === 'gap'
        ? droppedIn(holder, dragged, responses)
        : { response: responses.of(holder), choices: childrenOf(holder, 'inlineChoice') }
    const { options, losses: lost } = readOptions(choices, response, texts, { byName: false })
    losses.push(...lost)
    return {
      id,
      options: options.map((option) => ({ ...option, vi: oneLine(option.vi), en: oneLine(option.en) })),
    }
  })
  const prompts = dragged.flatMap((each) => childrenOf(each, 'prompt'))
  const put = (each: XmlElement) => {
    if (dragged.includes(each)) return asBlock(each)
    if (each.name === 'gapText' || each.name === 'gapImg' || prompts.includes(each)) return null
    return marker.get(each)
  }
  return {
    parts: { kind: 'gaps', text: texts.both(texts.of(text, put)), gaps },
    losses: [...new Map(losses.map((loss) => [JSON.stringify(loss), loss])).values()],
    stem: [texts.of(stem, put), ...prompts.map((each) => texts.of(each))].filter(Boolean).join('\n'),
  }
}

const asBlock = (interaction: XmlElement): XmlElement => ({
  ...interaction,
  name: 'div',
  attributes: new Map(),
})

/** What may be dropped in a gap, with the right one as if it were asked alone. */
function droppedIn(gap: XmlElement, dragged: XmlElement[], responses: Responses) {
  const holder = dragged.find((each) => elementsUnder(each).includes(gap))!
  const whole = responses.of(holder)
  const id = attribute(gap, 'identifier')
  const correct = whole.correct.flatMap((pair) => {
    const [choice, at] = pair.split(/\s+/)
    return at === id && choice !== undefined ? [choice] : []
  })
  return {
    response: { ...whole, correct, mapping: null, many: false },
    choices: childrenOf(holder, 'gapText'),
  }
}

/** Ids of gaps: those that they have where all fit and none stands in the text already, else counted. */
function gapIds(wanted: string[], written: string): string[] {
  const unique = new Set(wanted).size === wanted.length
  const ids = unique ? [...idsOf(wanted, 'g').values()] : []
  if (unique && ids.every((id) => !written.includes(`{${id}}`))) return ids
  const free: string[] = []
  for (let count = 1; free.length < wanted.length; count += 1)
    if (!written.includes(`{g${count}}`)) free.push(`g${count}`)
  return free
}

/** The blocks before the first with a gap ask, that one and all behind are the text. */
function parted(
  body: XmlElement,
  isGap: (each: XmlElement) => boolean,
): { stem: XmlElement; text: XmlElement } {
  const holds = (each: XmlElement) => isGap(each) || elementsUnder(each).some(isGap)
  let root = body
  for (;;) {
    const only = childrenOf(root)
    const alone =
      only.length === 1 && root.children.every((child) => typeof child !== 'string' || child.trim() === '')
    if (!alone || only[0]!.name !== 'div' || isGap(only[0]!)) break
    root = only[0]!
  }
  const first = root.children.findIndex((child) => typeof child !== 'string' && holds(child))
  const bare = root.children.slice(0, first).some((child) => typeof child === 'string' && child.trim() !== '')
  const at = bare ? 0 : Math.max(0, first)
  return {
    stem: { ...root, children: root.children.slice(0, at) },
    text: { ...root, children: root.children.slice(at) },
  }
}
