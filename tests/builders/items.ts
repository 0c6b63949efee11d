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
const figure = { hash: '0123456789abcdef0123456789abcdef', width: 800, height: 400 }

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
  truefalse: (): Item => ({
    ...base,
    kind: 'truefalse',
    statements: [option('a', true), option('b'), option('c'), option('d', true)],
  }),
  short: (): Item => ({
    ...base,
    kind: 'short',
    answers: [
      { id: 'a', vi: 'xác thực hai bước', en: 'two-factor authentication' },
      { id: 'b', vi: '2FA', en: '2FA' },
    ],
  }),
  gaps: (): Item => ({
    ...base,
    kind: 'gaps',
    text: { vi: 'Mật khẩu có {long} ký tự, {who} được biết.', en: '{who} may know it; it has {long} signs.' },
    gaps: [
      { id: 'long', answers: [{ id: 'a', vi: 'mười hai', en: 'twelve' }] },
      { id: 'who', options: [option('me', true), option('all'), option('boss')] },
    ],
  }),
  /** The right area is the lower left quarter; a circle lies over its middle. */
  point: (): Item => ({
    ...base,
    kind: 'point',
    picture: { src: 'figures/mail.png', alt: text('Thư'), figure },
    areas: [
      { id: 'seal', name: text('dấu'), shape: 'circle', at: [250, 750, 50] },
      { id: 'link', name: text('liên kết'), shape: 'rectangle', at: [0, 500, 500, 1000], correct: true },
      { id: 'top', name: text('đầu thư'), shape: 'polygon', at: [0, 0, 1000, 0, 500, 400] },
    ],
  }),
}

/** A long answer, which is marked by hand. */
export const essay = (): Extract<Item, { kind: 'essay' }> => ({
  ...base,
  purpose: 'teach',
  kind: 'essay',
  most: 20,
  rubric: [
    {
      id: 'clear',
      name: text('rõ'),
      levels: [
        { points: 0, ...text('chưa') },
        { points: 4, ...text('rõ') },
      ],
    },
  ],
})

export const anyItem = fc.constantFrom(...Object.values(items)).map((make) => make())
