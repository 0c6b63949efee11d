import type { ItemKind } from '~/assessment/item'
import { partsAt, textAt, type Tree } from './form-tree'

/** A list of parts of an item: how many it has at least and at most, and what a new part is. */
export type PartList = { least: number; most: number; fresh: (id: string) => Tree; letters: string }

const both = { vi: '', en: '' }
const told = { feedback: both }
const choice = (letters: string, least = 2, most = 26): PartList => ({
  least,
  most,
  letters,
  fresh: (id) => ({ id, ...both, ...told }),
})

const lists: Record<string, PartList> = {
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
}

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

/** The kind of list that a name such as `gaps.0.options` ends with; undefined for anything else. */
export function listNamed(name: string): PartList | undefined {
  const last = name.split('.').at(-1) ?? ''
  return Object.hasOwn(lists, last) ? lists[last] : undefined
}

/** What a button of the editor does to the parts: `add.options`, `remove.options.2`, `up.steps.1`, `down.steps.0`. */
export const partIntent = /^(add|remove|up|down)\.([a-zA-Z0-9.]+)$/

/** The form with one part more, fewer or elsewhere; unchanged where the button asks for what cannot be. */
export function changeParts(tree: Tree, intent: string): Tree {
  const [, verb, path] = partIntent.exec(intent) ?? []
  if (!verb || !path) return tree
  const cut = path.lastIndexOf('.')
  const name = verb === 'add' ? path : path.slice(0, cut)
  const list = listNamed(name)
  if (!list) return tree
  const parts = partsAt(tree, name)
  if (verb === 'add')
    return parts.length >= list.most
      ? tree
      : withParts(tree, name, [...parts, list.fresh(freeId(parts, list))])
  const i = Number(path.slice(cut + 1))
  const part = parts[i]
  if (!part) return tree
  const rest = parts.filter((_, at) => at !== i)
  if (verb === 'remove') return parts.length <= list.least ? tree : withParts(tree, name, rest)
  const to = verb === 'up' ? i - 1 : i + 1
  if (to < 0 || to >= parts.length) return tree
  return withParts(tree, name, [...rest.slice(0, to), part, ...rest.slice(to)])
}

/** An id that no part of the list has: a letter for options, a letter and a number for other parts. */
function freeId(parts: Tree[], { letters }: PartList): string {
  const taken = new Set(parts.map((part) => textAt(part, 'id')))
  const ids = letters === '' ? [...'abcdefghijklmnopqrstuvwxyz'] : []
  for (let n = 1; n <= 99; n++) ids.push(`${letters || 'o'}${n}`)
  return ids.find((id) => !taken.has(id)) ?? `z${parts.length}`
}

/** The tree with another list under a name. */
export function withParts(tree: Tree, name: string, parts: Tree[]): Tree {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) return { ...tree, [first]: parts }
  const below = tree[first]
  if (below === undefined || typeof below === 'string') return tree
  if (!Array.isArray(below)) return { ...tree, [first]: withParts(below, rest.join('.'), parts) }
  const [at = '', ...deeper] = rest
  return {
    ...tree,
    [first]: below.map((each, i) => (i === Number(at) ? withParts(each, deeper.join('.'), parts) : each)),
  }
}

/** A form of a new item of a kind, with as many empty parts as it needs at least, four options. */
export function emptyParts(kind: ItemKind): Tree {
  let tree: Tree = {}
  for (const name of listsOf[kind]) {
    const count = name === 'options' ? 4 : listNamed(name)!.least
    for (let i = 0; i < count; i++) tree = changeParts(tree, `add.${name}`)
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
    while (partsAt(chosen, 'options').length < lists.options!.least)
      chosen = changeParts(chosen, 'add.options')
    return chosen
  })
  return gaps.length > 0 ? { ...tree, gaps } : tree
}
