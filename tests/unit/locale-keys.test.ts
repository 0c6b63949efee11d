import ts from 'typescript'
import { expect, test } from 'vitest'
import { vi, type Namespace } from '~/platform/i18n/resources'
import { appSources, parseSource, walk } from './sources'

const namespaces = Object.keys(vi) as Namespace[]
const keysOf = (ns: Namespace) => Object.keys(vi[ns])
const everyKey = new Set(namespaces.flatMap(keysOf))

type Found = {
  literals: Set<string>
  templates: { pattern: RegExp; namespaces: string[] }[]
  messages: { file: string; key: string }[]
}

/** Calls whose later arguments are what a schema says when it refuses. */
const refusing = new Set([
  'min',
  'max',
  'int',
  'regex',
  'refine',
  'length',
  'gte',
  'lte',
  'positive',
  'multipleOf',
])
const keyShape = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$/
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Keys that are put together of a level and a code; messages.test.ts holds each code against its texts. */
const composed: Partial<Record<Namespace, RegExp>> = { roster: /^(error|warning)\./ }

function scan(): Found {
  const found: Found = { literals: new Set(), templates: [], messages: [] }
  for (const file of appSources()) {
    const source = parseSource(file)
    const spoken = [
      ...source.text.matchAll(/(?:useT|getT|pageTitle|T<|Key<|translateMessage)[^'\n]*'(\w+)'/g),
    ].map(([, ns]) => ns!)
    walk(source, (node) => {
      if (ts.isStringLiteralLike(node)) {
        found.literals.add(node.text)
        if (isMessage(node) && keyShape.test(node.text)) found.messages.push({ file, key: node.text })
      }
      if (ts.isTemplateExpression(node)) {
        const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
        if (!fixed.some((part) => /[a-z]{2}/i.test(part))) return
        found.templates.push({
          pattern: new RegExp(`^${fixed.map(escape).join('[A-Za-z0-9._-]+')}$`),
          namespaces: spoken,
        })
      }
    })
  }
  return found
}

/** `error: 'key'` of a schema, or an argument after the first of `.min(1, 'key')`. */
function isMessage(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'error'
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false
  const method = parent.expression.name.text
  return (
    refusing.has(method) && (parent.arguments.indexOf(node) > 0 || method === 'int' || method === 'positive')
  )
}

const found = scan()

test('each message of a schema is a key of some namespace', () => {
  expect(found.messages.length).toBeGreaterThan(20)
  expect(found.messages.filter(({ key }) => !everyKey.has(key))).toEqual([])
})

test.each(namespaces)('every key of %s is used', (ns) => {
  const used = (key: string) =>
    found.literals.has(key) ||
    composed[ns]?.test(key) === true ||
    found.templates.some(
      ({ pattern, namespaces: spoken }) => (spoken.length === 0 || spoken.includes(ns)) && pattern.test(key),
    )
  expect(keysOf(ns).filter((key) => !used(key))).toEqual([])
})
