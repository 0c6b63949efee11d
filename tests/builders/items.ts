import fc from 'fast-check'
import type { Item } from '~/assessment/item'

const text = (words: string) => ({ vi: words, en: words })
const base = {
  code: '4.1-1a',
  version: 1,
  purpose: 'measure',
  level: 1,
  competency: '4.1',
  stem: text('?'),
  explanation: text('.'),
} as const
const option = (id: string, correct = false) => ({ id, ...text(id), correct })

/** One small item of each kind; every part can be overridden. */
export const items = {
  single: (): Item => ({ ...base, kind: 'single', options: [option('a'), option('b', true), option('c')] }),
  multiple: (): Item => ({
    ...base,
    kind: 'multiple',
    options: [option('a', true), option('b', true), option('c'), option('d')],
  }),
  matching: (): Item => ({
    ...base,
    kind: 'matching',
    pairs: ['p1', 'p2', 'p3'].map((id) => ({ id, left: text(`${id}?`), right: text(`${id}!`) })),
    extra: [{ id: 'x1', ...text('x1!') }],
  }),
  ordering: (): Item => ({
    ...base,
    kind: 'ordering',
    steps: ['s1', 's2', 's3', 's4'].map((id) => ({ id, ...text(id) })),
  }),
  numeric: (): Item => ({ ...base, kind: 'numeric', answer: 12, tolerance: 0.5 }),
}

export const anyItem = fc.constantFrom(...Object.values(items)).map((make) => make())
