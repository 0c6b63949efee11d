import { unknownValue, type Entries } from '~/assessment/answer-entry'
import { squareOf } from '~/assessment/picture-areas'
import type { AnswerShape } from '~/campaigns/paper/answer-shape'
import type { CellValue } from '~/formats/table'

/** What a careful hand types into the cells of a question for an answer in the item's own names. */
export function cellsOf(shape: AnswerShape, entries: Entries): CellValue[] {
  if (entries.v?.[0] === unknownValue) return ['?']
  const mark = (value: string) =>
    'marks' in shape ? (shape.marks.find((each) => each.value === value)?.mark ?? '') : ''
  switch (shape.kind) {
    case 'choice':
      return [(entries.v ?? []).map(mark).join('')]
    case 'matching':
      return shape.rows.map((name) => mark(entries[name]![0]!))
    case 'ordering':
      return shape.rows.map((name) => Number(entries[name]![0]))
    case 'number':
      return [entries.n![0]!.replace('.', ',')]
    case 'text':
      return [entries.t![0]!]
    case 'gaps':
      return shape.gaps.map(({ name, marks }) => {
        const filled = entries[name]![0]!
        return marks ? (marks.find(({ value }) => value === filled)?.mark ?? '') : filled
      })
    case 'square':
      return [squareOf(entries.p![0]!.split(',').map(Number) as [number, number])]
  }
}
