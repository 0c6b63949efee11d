import type { ItemKind } from '~/assessment/item'

/** The kinds of item that can be begun from nothing, in the order of the list. */
export const startKinds = [
  'single',
  'multiple',
  'truefalse',
  'matching',
  'ordering',
  'numeric',
  'short',
  'gaps',
  'point',
  'essay',
] as const satisfies readonly ItemKind[]
