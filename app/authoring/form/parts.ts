import { fieldsOf, partsAt, textAt, treeFrom, type Tree } from './form-tree'

/** A list of parts of a form: how many it has at least and at most, and what a new part is. `letters` begins its ids. */
export type PartList = { least: number; most: number; fresh: (id: string) => Tree; letters: string }

/** The lists of an editor by the last step of their names. */
export type PartLists = Readonly<Record<string, PartList>>

/** The kind of list that a name such as `gaps.0.options` ends with; undefined for anything else. */
export function listNamed(lists: PartLists, name: string): PartList | undefined {
  const last = name.split('.').at(-1) ?? ''
  return Object.hasOwn(lists, last) ? lists[last] : undefined
}

/** What a button of the editor does to the parts: `add.options`, `remove.options.2`, `up.steps.1`, `down.steps.0`, `copy.lessons.1`. */
export const partIntent = /^(add|remove|up|down|copy)\.([a-zA-Z0-9.]+)$/

/** The form with one part more, fewer or elsewhere; unchanged where the button asks for what cannot be. */
export function changeParts(tree: Tree, intent: string, lists: PartLists): Tree {
  const [, verb, path] = partIntent.exec(intent) ?? []
  if (!verb || !path) return tree
  const cut = path.lastIndexOf('.')
  const name = verb === 'add' ? path : path.slice(0, cut)
  const list = listNamed(lists, name)
  if (!list) return tree
  const parts = partsAt(tree, name)
  if (verb === 'add')
    return parts.length >= list.most
      ? tree
      : withParts(tree, name, [...parts, list.fresh(freeId(parts, list))])
  const i = Number(path.slice(cut + 1))
  const part = parts[i]
  if (!part) return tree
  if (verb === 'copy')
    return parts.length >= list.most
      ? tree
      : withParts(tree, name, parts.toSpliced(i + 1, 0, { ...part, id: freeId(parts, list) }))
  const rest = parts.filter((_, at) => at !== i)
  if (verb === 'remove') return parts.length <= list.least ? tree : withParts(tree, name, rest)
  const to = verb === 'up' ? i - 1 : i + 1
  if (to < 0 || to >= parts.length) return tree
  return withParts(tree, name, [...rest.slice(0, to), part, ...rest.slice(to)])
}

/** A part that was taken out, with where it stood. */
export type Removed = { name: string; at: number; fields: [string, string][] }

/** What a `remove` button takes out of the form; null for other buttons and where nothing is taken out. */
export function removedBy(tree: Tree, intent: string, lists: PartLists): Removed | null {
  const [, path] = /^remove\.(.+)$/.exec(intent) ?? []
  if (!path || changeParts(tree, intent, lists) === tree) return null
  const [name, at] = [path.slice(0, path.lastIndexOf('.')), Number(path.slice(path.lastIndexOf('.') + 1))]
  return { name, at, fields: fieldsOf(partsAt(tree, name)[at]!) }
}

/** The form with a part that was taken out back in its place; unchanged for what is no such part. */
export function withRemoved(tree: Tree, sent: string, lists: PartLists): Tree {
  const removed = readRemoved(sent)
  const list = removed ? listNamed(lists, removed.name) : undefined
  if (!removed || !list) return tree
  const parts = partsAt(tree, removed.name)
  const part = treeFrom(removed.fields)
  const known = parts.some((each) => textAt(each, 'id') !== '' && textAt(each, 'id') === textAt(part, 'id'))
  if (parts.length >= list.most || known) return tree
  return withParts(tree, removed.name, [...parts.slice(0, removed.at), part, ...parts.slice(removed.at)])
}

function readRemoved(sent: string): Removed | null {
  try {
    const { name, at, fields } = JSON.parse(sent) as Removed
    const isField = (each: unknown) =>
      Array.isArray(each) && each.length === 2 && each.every((one) => typeof one === 'string')
    return typeof name === 'string' && Number.isInteger(at) && Array.isArray(fields) && fields.every(isField)
      ? { name, at, fields }
      : null
  } catch {
    return null
  }
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
