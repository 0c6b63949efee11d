/** A form as typed: texts by name, parts in lists. `options.0.vi` of a form is `tree.options[0].vi` here. */
export type Tree = { [name: string]: string | Tree | Tree[] }

/** What is wrong with fields of a form, by name: keys of the namespace `studio`. */
export type FieldErrors = Record<string, string>

const nameShape = /^[a-z][a-zA-Z]*(\.(\d{1,3}|[a-z][a-zA-Z]*)){0,7}$/
const forbidden = /(^|\.)(constructor|prototype|toString|valueOf|hasOwnProperty)(\.|$)/

/** The tree of a form's fields. Names that no field of an editor has are left out; the first value of a name counts. */
export function treeFrom(fields: Iterable<[string, string]>): Tree {
  const flat = new Map<string, string>()
  for (const [name, value] of fields)
    if (nameShape.test(name) && !forbidden.test(name) && !flat.has(name)) flat.set(name, plain(value))
  return build([...flat].map(([name, value]) => [name.split('.'), value] as const)) as Tree
}

/** The fields of a tree, by the names that a form gives them. */
export function fieldsOf(tree: Tree | Tree[], path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const here = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [[here, value]] : fieldsOf(value, here)
  })
}

/** A text of the tree by its name in the form; empty where there is none. */
export function textAt(tree: Tree, name: string): string {
  const found = at(tree, name)
  return typeof found === 'string' ? found : ''
}

/** The parts in a list of the tree, by its name in the form. */
export function partsAt(tree: Tree, name: string): Tree[] {
  const found = at(tree, name)
  return Array.isArray(found) ? found : []
}

function at(tree: Tree, name: string): string | Tree | Tree[] | undefined {
  let found: string | Tree | Tree[] | undefined = tree
  for (const step of name.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined
    found = Array.isArray(found) ? found[Number(step)] : Object.hasOwn(found, step) ? found[step] : undefined
  }
  return found
}

/** A form ends lines in two characters; what is stored has one, and Unicode NFC. */
function plain(value: string): string {
  return value.replace(/\r\n?/g, '\n').normalize('NFC')
}

type Flat = (readonly [path: string[], value: string])[]

function build(entries: Flat): string | Tree | Tree[] {
  const groups = new Map<string, Flat>()
  for (const [[first, ...rest], value] of entries) {
    if (first === undefined) return value
    groups.set(first, [...(groups.get(first) ?? []), [rest, value]])
  }
  const numbered = [...groups.keys()].every((name) => /^\d+$/.test(name))
  if (!numbered)
    return Object.fromEntries<string | Tree | Tree[]>(
      [...groups].map(([name, below]) => [name, build(below)]),
    )
  return [...groups]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, below]) => build(below))
    .filter((each): each is Tree => typeof each !== 'string' && !Array.isArray(each))
}

/** The name in the form of a text or part by its path, in which parts stand by their ids: `options.b.vi` is `options.1.vi`. */
export function nameOfPath(tree: Tree, path: string): string {
  let here: string | Tree | Tree[] | undefined = tree
  const steps = path.split('.').map((step) => {
    if (here === undefined || typeof here === 'string') return step
    if (!Array.isArray(here)) {
      here = Object.hasOwn(here, step) ? here[step] : undefined
      return step
    }
    const known = here.findIndex((part) => part.id === step)
    const at = known >= 0 ? known : Number(step) - 1
    here = here[at]
    return String(at)
  })
  return steps.join('.')
}
