import fc from 'fast-check'
import type { DraftItem } from '~/assessment/item'

type Locale = 'vi' | 'en'

const tokens = [
  ...[
    'Thủ tục ',
    'hộ tịch',
    ' số ',
    'ế'.normalize('NFD'),
    'Ông/Bà',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u2028',
  ],
  ...[
    '=',
    '~',
    '#',
    '####',
    '{',
    '}',
    ':',
    '::',
    '\\',
    '\\n',
    '->',
    '//',
    '[html]',
    '[plain]',
    '%50%',
    '*',
    '\\*',
  ],
  ...[
    '<b>',
    '</p>',
    '&amp;',
    '&',
    '<',
    '_____',
    '{g1}',
    '$CATEGORY: a',
    'TRUE',
    'T',
    'Đúng',
    '3,14',
    '\0',
    '\u200b',
  ],
  ...[
    'A. ',
    'b) ',
    '1. ',
    'Câu 2: ',
    'ANSWER: A',
    'Đáp án: B',
    'Giải thích: ',
    '- ',
    '(đúng)',
    '• ',
    '🌾',
    '"',
    "'",
  ],
]

/** Text as trainers type it, and as nobody should: Vietnamese, signs of the formats, line ends, any Unicode. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...tokens) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

/** An item of any kind whose texts, in one language at least, are mostly there. */
export function draftItems(locale: Locale): fc.Arbitrary<DraftItem> {
  const some = fc.tuple(fc.constantFrom('Câu ', 'a', '', '1'), anyText).map(([start, text]) => start + text)
  const other = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: anyText })
  const both = fc.tuple(some, other).map(([own, rest]) => ({ vi: rest, en: rest, [locale]: own }))
  const feedback = fc.option(both, { nil: undefined })
  const words = { vi: ['Đúng', 'Sai'], en: ['True', 'False'] }[locale]
  const weight = fc.option(
    fc.oneof(
      fc.constantFrom(0, 25, 50, 100, -50, -100),
      fc.integer({ min: -100_000_000, max: 100_000_000 }).map((millionths) => millionths / 1e6),
    ),
    { nil: undefined },
  )
  const part = fc
    .tuple(both, feedback, weight)
    .map(([text, told, weigh]) => ({ ...text, ...(told && { feedback: told }), weight: weigh }))
  const unweighed = fc
    .tuple(both, feedback)
    .map(([text, told]) => ({ ...text, ...(told && { feedback: told }) }))
  const numbered = <T>(parts: T[]) => parts.map((each, i) => ({ id: `p${i}`, ...each }))
  const parts = fc.oneof(
    fc.array(part, { maxLength: 5 }),
    fc.array(unweighed, { minLength: 2, maxLength: 5 }),
  )
  const keyed = fc
    .tuple(parts, fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }))
    .map(([all, right]) =>
      numbered(all).map((each, i) => ({ ...each, ...(right.includes(i) ? { correct: true } : {}) })),
    )
  const single = fc
    .tuple(parts, fc.nat({ max: 2 }))
    .map(([all, right]) =>
      numbered(all).map((each, i) => ({ ...each, ...(right === i ? { correct: true } : {}) })),
    )
  const truth = fc.tuple(feedback, feedback, fc.boolean()).map(([yes, no, correct]) => [
    {
      id: 'x',
      vi: '',
      en: '',
      [locale]: words[0]!,
      ...(yes && { feedback: yes }),
      ...(correct ? { correct } : {}),
    },
    {
      id: 'y',
      vi: '',
      en: '',
      [locale]: words[1]!,
      ...(no && { feedback: no }),
      ...(correct ? {} : { correct: true }),
    },
  ])
  const gapText = fc
    .tuple(anyText, fc.constantFrom('{x}', '{x}', '{x}', '', '{x}{x}'), some)
    .map(([a, gap, b]) => ({
      vi: '',
      en: '',
      [locale]: a + gap + b,
    }))
  const gap = fc.oneof(
    keyed.map((options) => ({ id: 'x', options })),
    single.map((options) => ({ id: 'x', options })),
    parts.map((answers) => ({ id: 'x', answers: numbered(answers) })),
  )
  const kinds = fc.oneof(
    fc.record({ kind: fc.constant('single' as const), options: fc.oneof(single, truth) }),
    fc.record({
      kind: fc.constant('multiple' as const),
      options: keyed,
      scoring: fc.constantFrom('all', 'part', undefined),
    }),
    fc.record({
      kind: fc.constant('truefalse' as const),
      statements: fc
        .array(
          fc.tuple(unweighed, fc.boolean()).map(([each, correct]) => ({ ...each, correct })),
          { maxLength: 3 },
        )
        .map(numbered),
    }),
    fc.record({
      kind: fc.constant('matching' as const),
      pairs: fc.array(fc.record({ left: both, right: both }), { maxLength: 3 }).map(numbered),
      extra: fc.option(fc.array(unweighed, { maxLength: 2 }).map(numbered), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('ordering' as const),
      steps: fc.array(both, { minLength: 3, maxLength: 3 }).map(numbered),
    }),
    fc.record({
      kind: fc.constant('numeric' as const),
      answer: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      tolerance: fc.oneof(fc.constant(0), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
    }),
    fc.record({
      kind: fc.constant('short' as const),
      answers: parts.map(numbered),
      exact: fc.constantFrom(true, undefined),
    }),
    fc.record({
      kind: fc.constant('gaps' as const),
      text: gapText,
      gaps: fc.array(gap, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('essay' as const), most: fc.constant(500), rubric: fc.constant([]) }),
  )
  return fc
    .record({
      code: fc.constantFrom('', '4.1-2a', 'x.1', 'Không hợp lệ'),
      version: fc.constant(2),
      purpose: fc.constantFrom('measure', 'teach'),
      competency: fc.constantFrom(null, '4.1'),
      level: fc.constantFrom(null, 2),
      stem: both,
      explanation: fc.oneof(both, fc.constant({ vi: '', en: '' })),
      name: fc.option(anyText, { nil: undefined }),
      category: fc.option(
        fc.oneof(anyText, fc.constantFrom('An toàn/Mật khẩu', 'a // b/c', 'top/x', '$course$/y')),
        { nil: undefined },
      ),
      body: kinds,
    })
    .map(({ body, ...base }) => ({ ...base, ...body }) as DraftItem)
}
