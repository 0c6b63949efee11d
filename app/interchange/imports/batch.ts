import { z } from 'zod'
import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { ImportFormat } from '../questions/recognise'

export const batchStates = ['reading', 'preview', 'failed', 'confirmed', 'discarded'] as const
export type BatchState = (typeof batchStates)[number]

export const shows = ['all', 'losses', 'refused'] as const
export type Show = (typeof shows)[number]

/** What a pack's item changes here: nothing like it, a later version, the very same, an earlier one, other words under the same version. */
export type PackChange = 'new' | 'newer' | 'same' | 'older' | 'conflict'

/** A found question as the preview shows it. */
export type PreviewQuestion = {
  number: number
  line: number | null
  name: string | null
  category: string[]
  item: DraftItem | null
  losses: Message[]
  taken: boolean
  change: PackChange | null
}

export type BatchCounts = { all: number; taken: number; refused: number; losses: number }

/** Kept of an import once it is confirmed. */
export type BatchSummary = { made: number; left: number; refused: number }

export type BatchHead = {
  id: string
  fileName: string
  format: ImportFormat | null
  state: BatchState
  createdAt: string
}

/** What questions get that say nothing of it themselves. Messages are keys of `interchange`. */
export const defaultsSchema = z.object({
  competency: z
    .string()
    .regex(/^\d\.\d$/)
    .optional(),
  level: z.coerce.number().int().min(1).max(8).optional(),
  purpose: z.enum(['measure', 'teach']).optional(),
})
export type Defaults = z.output<typeof defaultsSchema>

/** An item with the defaults where it says nothing. `purpose` counts for all, since few formats carry one. */
export function withDefaults(item: DraftItem, { competency, level, purpose }: Defaults): DraftItem {
  return {
    ...item,
    competency: item.competency ?? competency ?? null,
    level: item.level ?? level ?? null,
    purpose: purpose ?? item.purpose,
  }
}

/** The numbers that a page of the preview showed, and those of them that are ticked. */
export function choiceIn(form: FormData): { shown: number[]; ticked: number[] } {
  const numbers = (values: string[]) =>
    values.flatMap((value) => (/^\d{1,6}$/.test(value) ? [Number(value)] : []))
  const shown = String(form.get('shown') ?? '').split(',')
  return { shown: numbers(shown).slice(0, 200), ticked: numbers(form.getAll('take').map(String)) }
}
