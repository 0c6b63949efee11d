import type { ItemKind } from '~/assessment/item'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { changeParts, listNamed, type PartList, type PartLists } from '../form/parts'

const both = { vi: '', en: '' }
const told = { feedback: both }
const choice = (letters: string, least = 2, most = 26): PartList => ({
  least,
  most,
  letters,
  fresh: (id) => ({ id, ...both, ...told }),
})

/** What each list of an item can hold. */
export const itemLists = {
  options: choice(''),
  statements: { ...choice('s'), fresh: (id) => ({ id, ...both, correct: '', ...told }) },
  pairs: { least: 2, most: 12, letters: 'p', fresh: (id) => ({ id, left: both, right: both, ...told }) },
  extra: choice('x', 0, 12),
  steps: { ...choice('s', 3, 12), fresh: (id) => ({ id, ...both }) },
  answers: choice('a', 1, 20),
  gaps: {
    least: 1,
    most: 20,
    letters: 'g',
    fresh: (id) => ({ id, mode: 'typed', answers: [{ id: 'a1', ...both, ...told }] }),
  },
  areas: {
    least: 1,
    most: 12,
    letters: 'r',
    fresh: (id) => ({ id, name: both, shape: 'rectangle', at: '400; 400; 600; 600', ...told }),
  },
  rubric: {
    least: 1,
    most: 10,
    letters: 'c',
    fresh: (id) => ({
      id,
      name: both,
      levels: [
        { points: '0', ...both },
        { points: '1', ...both },
      ],
    }),
  },
  levels: { least: 2, most: 8, letters: '', fresh: () => ({ points: '', ...both }) },
} satisfies PartLists

/** The lists of parts of each kind of item, in the order of the editor. */
export const listsOf: Record<ItemKind, string[]> = {
  single: ['options'],
  multiple: ['options'],
  truefalse: ['statements'],
  matching: ['pairs', 'extra'],
  ordering: ['steps'],
  numeric: [],
  short: ['answers'],
  gaps: ['gaps'],
  point: ['areas'],
  essay: ['rubric'],
}

/** A form of a new item of a kind, with as many empty parts as it needs at least, four options. */
export function emptyParts(kind: ItemKind): Tree {
  let tree: Tree = {}
  for (const name of listsOf[kind]) {
    const count = name === 'options' ? 4 : listNamed(itemLists, name)!.least
    for (let i = 0; i < count; i++) tree = changeParts(tree, `add.${name}`, itemLists)
  }
  return tree
}

/** The form with each gap's parts in the list that its way of answering has: options to choose from, or accepted answers. */
export function settleGaps(tree: Tree): Tree {
  const gaps = partsAt(tree, 'gaps').map((gap): Tree => {
    const { options, answers, ...rest } = gap
    const parts = options ?? answers ?? []
    if (textAt(gap, 'mode') !== 'chosen') return { ...rest, mode: 'typed', answers: parts }
    let chosen: Tree = { ...rest, mode: 'chosen', options: parts }
    while (partsAt(chosen, 'options').length < itemLists.options.least)
      chosen = changeParts(chosen, 'add.options', itemLists)
    return chosen
  })
  return gaps.length > 0 ? { ...tree, gaps } : tree
}
