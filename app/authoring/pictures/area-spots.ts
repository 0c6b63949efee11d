import { isWhole, type Point, type Shape } from '~/assessment/picture-areas'
import { parseNumber } from '~/assessment/answer-entry'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { changeParts, withParts, type PartLists } from '../form/parts'

/** Places that were pressed on the picture, at most two, in thousandths: `400,300 600,500`. */
export const spotsField = 'spots'

/** The places that the field names. */
export function spotsIn(text: string): Point[] {
  return [...text.matchAll(/(?:^| )(\d{1,4}),(\d{1,4})(?= |$)/g)]
    .map(([, x, y]): Point => [Number(x), Number(y)])
    .filter((spot) => spot.every((each) => each <= 1000))
    .slice(0, 2)
}

/** The field with one place more; after two the next begins anew. */
export function withSpot(text: string, spot: Point): string {
  const before = spotsIn(text)
  return [...(before.length < 2 ? before : []), spot].map((each) => each.join(',')).join(' ')
}

/** The numbers of an area as they are typed: `400; 300; 600; 500`. Null for what is no number. */
export function numbersIn(typed: string): (number | null)[] {
  return typed
    .split(/[;\s]+/)
    .filter(Boolean)
    .map(parseNumber)
}

/** The areas of a form that can be drawn, each with its number in the list and whether it is right. */
export function drawnAreas(tree: Tree): (Shape & { right: boolean; label: string })[] {
  return partsAt(tree, 'areas').flatMap((part, i) => {
    const at = numbersIn(textAt(part, 'at')).filter((each) => each !== null)
    const shape = { shape: textAt(part, 'shape') as Shape['shape'], at }
    return isWhole(shape)
      ? [{ ...shape, right: textAt(part, 'correct') === 'yes', label: String(i + 1) }]
      : []
  })
}

/**
 * The form with a rectangle between the two places that were pressed: in place of the first area that nobody has named,
 * or as a further one. Unchanged with fewer than two places.
 */
export function withRectangle(tree: Tree, lists: PartLists): Tree {
  const [one, other] = spotsIn(textAt(tree, spotsField))
  if (!one || !other) return tree
  const [left, top] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])]
  const [right, bottom] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
  if (left === right || top === bottom) return tree
  const isBlank = (part: Tree) => textAt(part, 'name.vi') === '' && textAt(part, 'name.en') === ''
  const ready = partsAt(tree, 'areas').some(isBlank) ? tree : changeParts(tree, 'add.areas', lists)
  const parts = partsAt(ready, 'areas')
  const place = parts.findIndex(isBlank)
  const at = [left, top, right, bottom].join('; ')
  const drawn = parts.map((part, i) => (i === place ? { ...part, shape: 'rectangle', at } : part))
  return { ...withParts(ready, 'areas', drawn), [spotsField]: '' }
}
