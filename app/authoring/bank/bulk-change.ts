import { cognitiveTypes, type ItemVersion } from '~/assessment/item'
import type { BankRow } from '~/assessment/catalogue/bank-row'

/** What can be done with many items at once; all but the last two make drafts of the next version. */
export const bulkActions = [
  'revise',
  'family',
  'cognitive',
  'difficulty',
  'place',
  'retire',
  'restore',
] as const
export type BulkAction = (typeof bulkActions)[number]

export type Change =
  | { action: 'revise' | 'retire' | 'restore' }
  /** null takes items out of their families. */
  | { action: 'family'; family: string | null }
  | { action: 'cognitive'; cognitive: (typeof cognitiveTypes)[number] }
  /** Logits. */
  | { action: 'difficulty'; difficulty: number }
  | { action: 'place'; competency: string; level: number }

/** So many items at most are changed in one go. */
export const mostItems = 200
const longestFamily = 60

/** Why an item stays as it is. */
export type Obstacle = 'draft' | 'same' | 'notTeaching' | 'retired' | 'inUse'

/** One item of a change: what it has before and after, or why it stays as it is. */
export type PlannedItem = Pick<BankRow, 'id' | 'code' | 'draft'> &
  ({ before: string | null; after: string | null; obstacle?: never } | { obstacle: Obstacle })

export type ChangeField = 'family' | 'cognitive' | 'difficulty' | 'competency' | 'level'
type Known = { competencies: readonly string[]; levels: readonly number[] }
export type ReadChange =
  /** Something has to be chosen before anything can be shown. */
  | { kind: 'ask'; action: BulkAction; errors: Partial<Record<ChangeField, 'choose' | 'number' | 'long'>> }
  | { kind: 'change'; change: Change }

/** The change that an address or a form asks for; null where it names no action. Fields that are absent were not asked yet. */
export function readChange(fields: URLSearchParams, { competencies, levels }: Known): ReadChange | null {
  const action = bulkActions.find((each) => each === fields.get('do'))
  if (!action) return null
  const ask = (errors: Extract<ReadChange, { kind: 'ask' }>['errors'] = {}): ReadChange => ({
    kind: 'ask',
    action,
    errors,
  })
  const value = fields.get(action)?.trim()
  switch (action) {
    case 'family':
      if (value === undefined) return ask()
      if (value.length > longestFamily) return ask({ family: 'long' })
      return { kind: 'change', change: { action, family: value || null } }
    case 'cognitive': {
      if (value === undefined) return ask()
      const cognitive = cognitiveTypes.find((each) => each === value)
      return cognitive ? { kind: 'change', change: { action, cognitive } } : ask({ cognitive: 'choose' })
    }
    case 'difficulty': {
      if (value === undefined) return ask()
      const difficulty = Number(value.replace('−', '-').replace(',', '.'))
      if (value === '' || !(Math.abs(difficulty) <= 4)) return ask({ difficulty: 'number' })
      return { kind: 'change', change: { action, difficulty } }
    }
    case 'place': {
      const [competency, level] = [fields.get('competency'), fields.get('level')]
      if (competency === null || level === null) return ask()
      const [knows, has] = [competencies.includes(competency), levels.includes(Number(level))]
      if (knows && has) return { kind: 'change', change: { action, competency, level: Number(level) } }
      return ask({ ...(knows ? {} : { competency: 'choose' }), ...(has ? {} : { level: 'choose' }) })
    }
    default:
      return { kind: 'change', change: { action } }
  }
}

/** What a change does to one item. */
export function plannedItem(
  row: Pick<BankRow, 'id' | 'code' | 'draft' | 'retired' | 'purpose'>,
  item: ItemVersion,
  change: Change,
): PlannedItem {
  const { id, code, draft } = row
  const cannot = (obstacle: Obstacle): PlannedItem => ({ id, code, draft, obstacle })
  const becomes = (before: string | null, after: string | null): PlannedItem =>
    before === after ? cannot('same') : { id, code, draft, before, after }
  if (change.action === 'retire')
    return row.retired ? cannot('retired') : { id, code, draft, before: 'inUse', after: 'retired' }
  if (change.action === 'restore')
    return row.retired ? { id, code, draft, before: 'retired', after: 'inUse' } : cannot('inUse')
  if (draft) return cannot('draft')
  switch (change.action) {
    case 'revise':
      return { id, code, draft, before: null, after: null }
    case 'family':
      return becomes(item.family ?? null, change.family)
    case 'cognitive':
      return becomes(item.cognitive ?? null, change.cognitive)
    case 'difficulty':
      return becomes(item.difficulty?.toString() ?? null, change.difficulty.toString())
    case 'place':
      // The code of a measuring item says competency and level.
      if (row.purpose === 'measure') return cannot('notTeaching')
      return becomes(`${item.competency}/${item.level}`, `${change.competency}/${change.level}`)
  }
}

/** An item as its draft has it after a change. */
export function changedItem(item: ItemVersion, change: Change): ItemVersion {
  switch (change.action) {
    case 'family':
      return { ...item, family: change.family ?? undefined }
    case 'cognitive':
      return { ...item, cognitive: change.cognitive }
    case 'difficulty':
      return { ...item, difficulty: change.difficulty }
    case 'place':
      return { ...item, competency: change.competency, level: change.level }
    default:
      return item
  }
}
