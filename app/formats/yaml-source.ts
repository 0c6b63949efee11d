import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { ZodError, ZodType } from 'zod'
import type { Message } from './message'
import type { Problem } from './problem'

export type Path = readonly (string | number)[]

/** A file read by a schema; `lineOf` tells where a part of it stands. */
export type YamlSource<T> = {
  value: T | null
  problems: Problem[]
  lineOf: (path: Path) => number
}

type Issue = ZodError['issues'][number]

/**
 * Reads YAML by a schema, with every fault at its line. An entry that the schema does not know is one: it is a misspelt
 * other one, whose value would be lost. Anchors and aliases are refused: no file needs them.
 */
export function readYaml<T>(file: string, text: string, schema: ZodType<T>): YamlSource<T> {
  const counter = new LineCounter()
  let document: Document
  let data: unknown
  try {
    document = withoutStacks(() => parseDocument(text, { lineCounter: counter, prettyErrors: false }))
    const [error] = document.errors
    if (error) {
      const values = { text: error.message.split('\n')[0]! }
      return broken({ key: 'yaml.syntax', values, file, line: lineAt(counter, error.pos[0]) })
    }
    data = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    // Aliases, and nesting deeper than the parser can follow.
    return broken({
      key: 'yaml.syntax',
      values: { text: error instanceof Error ? error.message : String(error) },
      file,
      line: 1,
    })
  }
  const lineOf = (path: Path) => lineOfPath(document, counter, path)
  const result = schema.safeParse(data)
  if (result.success) {
    const strays = straysIn(data, result.data)
    const problems = strays.map(({ path, keys }): Problem => {
      const values = { path: nameOf(path), keys: keys.join(', ') }
      return { file, line: lineOf([...path, keys[0]!]), key: 'schema.unknown', values }
    })
    return { value: problems.length > 0 ? null : result.data, problems, lineOf }
  }
  const problems = result.error.issues.map((issue): Problem => {
    const path = issue.path as Path
    return { ...message(issue, path, data), file, line: lineOf(path) }
  })
  return { value: null, problems, lineOf }
}

function broken<T>(problem: Problem): YamlSource<T> {
  return { value: null, problems: [problem], lineOf: () => 1 }
}

function lineAt(counter: LineCounter, offset: number): number {
  return Math.max(1, counter.linePos(offset).line)
}

/** The line of the deepest part of `path` that is there. */
function lineOfPath(document: Document, counter: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lineAt(counter, node.range[0])
  }
  return 1
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as never)[key] : undefined),
    data,
  )
}

/** Entries that were read and not taken, wherever they stand. */
function straysIn(read: unknown, taken: unknown, path: Path = []): { path: Path; keys: string[] }[] {
  if (!isObject(read) || !isObject(taken)) return []
  const entries = Object.entries(read)
  const keys = entries.flatMap(([key]) => (Object.hasOwn(taken, key) ? [] : [key]))
  const inside = entries.flatMap(([key, value]) =>
    straysIn(value, taken[key], [...path, Array.isArray(read) ? Number(key) : key]),
  )
  return keys.length > 0 ? [{ path, keys }, ...inside] : inside
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function nameOf(path: Path): string {
  return path.length > 0 ? path.join('.') : '.'
}

function message(issue: Issue, path: Path, data: unknown): Message {
  const name = nameOf(path)
  const last = path.at(-1)
  if (issue.code === 'unrecognized_keys') {
    return { key: 'schema.unknown', values: { path: name, keys: issue.keys.join(', ') } }
  }
  if (valueAt(data, path) === undefined) {
    return last === 'vi' || last === 'en'
      ? { key: 'schema.language', values: { path: path.slice(0, -1).join('.'), language: last } }
      : { key: 'schema.missing', values: { path: name } }
  }
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? { key: 'schema.empty', values: { path: name } }
        : { key: 'schema.few', values: { path: name, limit: Number(issue.minimum) } }
    case 'too_big':
      return { key: 'schema.many', values: { path: name, limit: Number(issue.maximum) } }
    case 'invalid_type':
      return { key: 'schema.type', values: { path: name, expected: issue.expected } }
    case 'invalid_value':
      return { key: 'schema.value', values: { path: name, allowed: issue.values.map(String).join(', ') } }
    case 'invalid_format':
      if (last === 'id') return { key: 'schema.id', values: { path: name } }
      return { key: 'schema.format', values: { path: name } }
    default:
      return { key: 'schema.other', values: { path: name } }
  }
}

/** A damaged file can have tens of thousands of faults; where each was made takes most of the time and nobody reads it. */
function withoutStacks<T>(parse: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return parse()
  } finally {
    Error.stackTraceLimit = before
  }
}
