import type { ItemKind } from '~/assessment/item'

/** The kinds of item that can be begun from nothing. One about a point on a picture comes with its picture, from an import. */
export const startKinds = [
  'single',
  'multiple',
  'truefalse',
  'matching',
  'ordering',
  'numeric',
  'short',
  'gaps',
] as const satisfies readonly ItemKind[]
