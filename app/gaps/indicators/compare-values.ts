import type { FileValue } from './read-file'

/** What is in force of a commune and a day. */
export type Held = { value: number; of: number | null; source: string }

export type ValueState = 'new' | 'changed' | 'same'

/** A value of a file beside the one in force. */
export type ComparedValue = FileValue & { state: ValueState; before: Held | null }

/** The key under which a value is in force; `code` is that of the indicator. */
export const heldKey = (code: string, communeCode: string, date: string) => `${code} ${communeCode} ${date}`

/**
 * What storing the values of a file would change. A value is the same where number, dossiers and source all are.
 * @param codeOf the code of the indicator of a column, null for one that is new
 */
export function compareValues(
  values: readonly FileValue[],
  codeOf: (column: number) => string | null,
  held: ReadonlyMap<string, Held>,
): ComparedValue[] {
  return values.map((each) => {
    const code = codeOf(each.column)
    const before = code === null ? null : (held.get(heldKey(code, each.communeCode, each.date)) ?? null)
    return { ...each, before, state: before === null ? 'new' : isSame(each, before) ? 'same' : 'changed' }
  })
}

function isSame(value: FileValue, before: Held): boolean {
  return value.value === before.value && value.of === before.of && value.source === before.source
}

/** How many values are new, changed and the same. */
export function countStates(values: readonly Pick<ComparedValue, 'state'>[]): Record<ValueState, number> {
  const counts = { new: 0, changed: 0, same: 0 }
  for (const { state } of values) counts[state] += 1
  return counts
}
