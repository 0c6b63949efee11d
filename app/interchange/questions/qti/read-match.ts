import type { Message } from '~/formats/message'
import { fold } from '~/formats/fold'
import { childrenOf, type XmlElement } from '../safe-xml'
import type { ReadParts } from './read-choice'
import { idsOf } from './identifiers'
import type { Response, Responses } from './responses'
import type { Texts } from './texts'
import { attribute } from './tree'

type Choice = { key: string; text: string }
const yes = new Set(['is.true', 'true', 't', 'dung', 'yes', 'co', 'right', 'correct'])
const no = new Set(['is.false', 'false', 'f', 'sai', 'no', 'khong', 'wrong', 'incorrect'])

/**
 * matchInteraction (section 7.2.4). Rows that are all true or false become a table of statements; where each column
 * belongs to one row at most, pairs; otherwise a line with a chosen gap for each row.
 */
export function readMatch(interaction: XmlElement, texts: Texts, responses: Responses): ReadParts {
  const response = responses.of(interaction)
  const [rows = [], columns = []] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    childrenOf(set, 'simpleAssociableChoice').map((choice) => ({
      key: attribute(choice, 'identifier'),
      text: texts.of(choice),
    })),
  )
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const rights = new Map<string, Set<Choice>>()
  for (const pair of response.correct) {
    const [left = '', right = ''] = pair.split(/\s+/)
    const column = byKey.get(right)
    if (column) rights.set(left, (rights.get(left) ?? new Set()).add(column))
  }
  if (rows.length === 0 || columns.length === 0 || [...rights.values()].some(({ size }) => size > 1))
    return { refusal: { key: 'loss.kind', values: { kind: interaction.name } } }
  const losses = [...weightLosses(response), ...(rights.size === 0 ? [{ key: 'loss.noKey' }] : [])]
  const whole: Message[] = response.scored === 'match' ? [{ key: 'qti.allOrNothing' }] : []
  const rightOf = (row: Choice) => [...(rights.get(row.key) ?? [])][0]
  const ids = idsOf(
    rows.map(({ key }) => key),
    'p',
  )

  const truth = columns.length === 2 ? truthOf(columns) : null
  if (truth && rows.every((row) => rightOf(row))) {
    const statements = rows.map((row) => ({
      id: ids.get(row.key)!,
      ...texts.both(row.text),
      correct: rightOf(row) === truth,
      ...texts.told(response.id, row.key),
    }))
    const scoring = response.scored === 'match' ? { scoring: 'all' as const } : {}
    return { parts: { kind: 'truefalse', ...scoring, statements }, losses }
  }
  const found = rows.flatMap((row) => rightOf(row) ?? [])
  const used = new Set(found)
  if (used.size < found.length)
    return {
      parts: { kind: 'gaps', ...asGaps(rows, columns, rightOf, texts) },
      losses: [...losses, ...whole],
    }
  const rest = columns.filter((column) => !used.has(column))
  const extraIds = idsOf(
    rest.map(({ key }) => key.replace(/^right\./, '')),
    'x',
    [...ids.values()],
  )
  const extra = rest.map(({ key, text }) => ({
    id: extraIds.get(key.replace(/^right\./, ''))!,
    ...texts.both(text),
    ...texts.told(response.id, key),
  }))
  return {
    parts: {
      kind: 'matching',
      pairs: rows.map((row) => ({
        id: ids.get(row.key)!,
        left: texts.both(row.text),
        right: texts.both(rightOf(row)?.text ?? ''),
        ...texts.told(response.id, row.key),
      })),
      ...(extra.length > 0 ? { extra } : {}),
    },
    losses: [...losses, ...whole],
  }
}

/** Of two columns the one that says true, if the other says false. */
function truthOf(columns: Choice[]): Choice | null {
  const says = ({ key, text }: Choice, words: ReadonlySet<string>) => words.has(key) || words.has(fold(text))
  if (columns.every(({ key }) => key.startsWith('right.'))) return null
  const truth = columns.find((column) => says(column, yes))
  return truth && columns.some((column) => column !== truth && says(column, no)) ? truth : null
}

function asGaps(
  rows: Choice[],
  columns: Choice[],
  rightOf: (row: Choice) => Choice | undefined,
  texts: Texts,
) {
  const options = idsOf(
    columns.map(({ key }) => key),
    'letters',
  )
  return {
    text: texts.both(rows.map(({ text }, i) => `${text.replace(/[{}]/g, '')}: {g${i + 1}}`).join('\n')),
    gaps: rows.map((row, i) => ({
      id: `g${i + 1}`,
      options: columns.map((column) => ({
        id: options.get(column.key)!,
        ...texts.both(column.text.replace(/\n+/g, ' ')),
        ...(rightOf(row) === column ? { correct: true } : {}),
      })),
    })),
  }
}

/** Pairs that bring unequal shares, or cost something: only equal shares are known here. */
export function weightLosses({ mapping, correct, scored }: Response): Message[] {
  if (!mapping || scored !== 'map') return []
  const worth = (key: string) => mapping.values.get(key) ?? mapping.rest
  const gains = correct.map(worth)
  const costs = [...mapping.values].filter(([key, value]) => value !== 0 && !correct.includes(key))
  const even = gains.every((value) => Math.abs(value - gains[0]!) < 1e-6)
  if (even && costs.length === 0 && mapping.rest >= 0) return []
  const what = [...mapping.values].map(([key, value]) => `${key}: ${value}`).join('; ')
  return [{ key: 'loss.weights', values: { what: what.slice(0, 200) } }]
}
