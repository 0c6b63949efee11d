import { fieldsOf, partsAt, textAt, type Tree } from '../form/form-tree'
import { withParts } from '../form/parts'

/** What two forms of one item say differently: a text, or a whole list where its parts are others or stand elsewhere. */
export type Difference = { name: string; list: boolean; before: string; after: string }

/** The differences of two forms, in the order of the first. */
export function differences(before: Tree, after: Tree): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => differencesAt(before, after, name))
}

function differencesAt(before: Tree, after: Tree, name: string): Difference[] {
  const [one, other] = [valueAt(before, name), valueAt(after, name)]
  if (Array.isArray(one) || Array.isArray(other)) {
    const [a, b] = [partsAt(before, name), partsAt(after, name)]
    if (a.length === b.length && a.every((part, i) => textAt(part, 'id') === textAt(b[i]!, 'id')))
      return a.flatMap((_, i) => below(before, after, `${name}.${i}`, a[i], b[i]))
    return [{ name, list: true, before: listWords(a), after: listWords(b) }]
  }
  if (typeof one === 'object' || typeof other === 'object')
    return below(before, after, name, one as Tree | undefined, other as Tree | undefined)
  const [was, is] = [one ?? '', other ?? '']
  return was === is ? [] : [{ name, list: false, before: was, after: is }]
}

function below(before: Tree, after: Tree, name: string, one: Tree = {}, other: Tree = {}): Difference[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.flatMap((each) => differencesAt(before, after, `${name}.${each}`))
}

function valueAt(tree: Tree, name: string): string | Tree | Tree[] | undefined {
  let found: string | Tree | Tree[] | undefined = tree
  for (const step of name.split('.'))
    found =
      found === undefined || typeof found === 'string'
        ? undefined
        : Array.isArray(found)
          ? found[Number(step)]
          : found[step]
  return found
}

function listWords(parts: Tree[]): string {
  return parts
    .map(
      (part, i) =>
        `${i + 1}. ${fieldsOf(part)
          .filter(([name]) => /(^|\.)(vi|en|points)$/.test(name))
          .map(([, text]) => text)
          .filter(Boolean)
          .join(' / ')}`,
    )
    .join('\n')
}

/** `mine` with what `theirs` says under the names in `take`, which are names of differences of the two. */
export function merged(mine: Tree, theirs: Tree, take: ReadonlySet<string>): Tree {
  let result = mine
  for (const { name, list } of differences(mine, theirs)) {
    if (!take.has(name)) continue
    result = list
      ? withParts(result, name, partsAt(theirs, name))
      : withText(result, name, textAt(theirs, name))
  }
  return result
}

function withText(tree: Tree, name: string, text: string): Tree {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) return { ...tree, [first]: text }
  const found = tree[first]
  if (Array.isArray(found)) {
    const at = Number(rest[0])
    return {
      ...tree,
      [first]: found.map((part, i) => (i === at ? withText(part, rest.slice(1).join('.'), text) : part)),
    }
  }
  return { ...tree, [first]: withText(typeof found === 'object' ? found : {}, rest.join('.'), text) }
}
