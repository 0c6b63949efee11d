import fc from 'fast-check'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import { draftItemSchema, type DraftItem } from '~/assessment/item'
import { readMoodleXml } from './moodle'
import { writeMoodleXml } from './moodle-write'
import { cleanText, oneLine, partId } from './plain-text'

type Both = { vi: string; en: string }
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 255])
const pictures = new Map([['figures/nut-gui.png', png]])
const words = [
  'Đặc khu Phú Quốc',
  'mật khẩu',
  'ứng dụng',
  'a < b',
  '&amp;',
  'R&D',
  '<b>',
  ']]>',
  '}',
  '{',
  '{1:SA:=x}',
  '#',
  '~',
  '=',
  '%50%',
  '/',
  '\\',
  '"',
  "'",
  '*',
  '@@PLUGINFILE@@',
  '{mlang}',
  '[[1]]',
  '&#60;',
  '😀',
  '\n',
  '\u0007',
  '10 %',
  ':',
  '->',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => cleanText(parts.join(' ').replace(/[\ue000-\uf8ff]/g, 'x')))
  .filter((made) => made !== '')
const line = text.map(oneLine).map((made) => made.replace(/^\*$|\{mlang/g, 'x'))
const pairOf = (one: fc.Arbitrary<string>): fc.Arbitrary<Both> => fc.record({ vi: one, en: one })
const both = pairOf(text)
const maybeTold = fc.option(
  both.map((feedback) => ({ feedback })),
  { nil: {} },
)
const ided = <T extends object>(parts: T[]) => parts.map((part, i) => ({ id: partId(i), ...part }))
const list = <T extends object>(part: fc.Arbitrary<T>, minLength: number) =>
  fc.array(part, { minLength, maxLength: 6 }).map(ided)

const option = fc.tuple(both, maybeTold).map(([pair, told]) => ({ ...pair, ...told }))
const single = fc
  .tuple(list(option, 2), fc.nat())
  .map(([options, key]) =>
    options.map((each, i) => (i === key % options.length ? { ...each, correct: true } : each)),
  )
const weighed = single.map((options) =>
  options.map((each, i) =>
    'correct' in each ? { ...each, weight: 100 } : { ...each, weight: i % 2 === 0 ? 50 : -25 },
  ),
)
const multiple = list(
  fc.tuple(option, fc.boolean()).map(([each, right]) => (right ? { ...each, correct: true } : each)),
  3,
).filter((options) => options.some((each) => 'correct' in each))
const accepted = list(
  fc.tuple(pairOf(line), maybeTold).map(([pair, told]) => ({ ...pair, ...told })),
  1,
)
const exact = fc.constantFrom({}, { exact: true })
const kinds = fc.oneof(
  single.map((options) => ({ kind: 'single', options }) as const),
  weighed.map((options) => ({ kind: 'single', options }) as const),
  multiple.map((options) => ({ kind: 'multiple', options }) as const),
  list(fc.record({ left: both, right: both }), 2).map((pairs) => ({ kind: 'matching', pairs }) as const),
  list(both, 3).map((steps) => ({ kind: 'ordering', steps }) as const),
  fc
    .record({
      answer: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      tolerance: fc.integer({ min: 0, max: 9 }),
      unit: pairOf(line),
    })
    .map((parts) => ({ kind: 'numeric', ...parts, answer: parts.answer + 0 }) as const),
  fc.tuple(accepted, exact).map(([answers, more]) => ({ kind: 'short', answers, ...more }) as const),
  fc
    .tuple(
      fc.array(
        fc.oneof(
          single.map((options) => ({ options })),
          fc.tuple(accepted, exact).map(([answers, more]) => ({ answers, ...more })),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      both,
    )
    .map(([gaps, around]) => {
      const marks = gaps.map((_, i) => `{g${i + 1}}`).join(' và ')
      const inText = {
        vi: cleanText(`Đây: ${marks} ${around.vi}`),
        en: cleanText(`Here: ${marks} ${around.en}`),
      }
      return {
        kind: 'gaps',
        text: inText,
        gaps: gaps.map((gap, i) => ({ id: `g${i + 1}`, ...gap })),
      } as const
    })
    .filter(({ text: { vi, en } }) => !/\{g\d\}.*\{g1\}|\{g[4-9]/s.test(vi + en.replaceAll('{g1}', ''))),
  fc.integer({ min: 20, max: 2000 }).map((most) => ({ kind: 'essay', most, rubric: [] as never[] }) as const),
)
const item: fc.Arbitrary<DraftItem> = fc
  .record({
    parts: kinds,
    stem: both,
    explanation: both,
    code: fc.constantFrom('', 'a-1', 'mang.2'),
    name: line.map((made) => [...made].slice(0, 40).join('').trim()),
    category: fc.constantFrom('Kỹ năng số', 'A/B', 'Vào//ra/C'),
    picture: fc.option(fc.record({ src: fc.constant('figures/nut-gui.png'), alt: pairOf(line) }), {
      nil: undefined,
    }),
  })
  .map(({ parts, picture, ...rest }) =>
    draftItemSchema.parse({
      ...rest,
      ...(picture ? { picture } : {}),
      ...parts,
      version: 1,
      purpose: 'teach',
      competency: null,
      level: null,
    }),
  )

/** The item as it comes back: one language alone where only one was written; what is typed counts in both. */
function carried(made: DraftItem, only: 'vi' | null): DraftItem {
  const change = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(change)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part).map(([key, value]: [string, unknown]) => [
        key,
        only && key === 'en' && typeof value === 'string' ? '' : change(value),
      ]),
    )
  }
  const typed = (answers: Extract<DraftItem, { kind: 'short' }>['answers']) =>
    answers
      .flatMap((answer) => {
        const texts = only ? [answer.vi] : [...new Set([answer.vi, answer.en])]
        return texts.map((one) => ({ ...answer, vi: one, en: only ? '' : one }))
      })
      .map((answer, i) => ({ ...answer, id: partId(i) }))
  const whole = change(made) as DraftItem
  if (made.kind === 'short' && whole.kind === 'short')
    return {
      ...whole,
      answers: typed(made.answers).map((each) => ({
        ...(change(each) as typeof each),
        vi: each.vi,
        en: each.en,
      })),
    }
  if (made.kind === 'gaps' && whole.kind === 'gaps')
    return {
      ...whole,
      gaps: made.gaps.map((gap, i) =>
        'answers' in gap
          ? {
              ...gap,
              answers: typed(gap.answers).map((each) => ({
                ...(change(each) as typeof each),
                vi: each.vi,
                en: each.en,
              })),
            }
          : whole.gaps[i]!,
      ),
    }
  return whole
}

describe('writing Moodle XML', () => {
  it.each([true, false])('is read back unchanged, both languages: %s', (inBoth) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const { content } = writeMoodleXml(items, 'vi', pictures, { both: inBoth })
        const found = readMoodleXml(content, 'vi')
        expect(found.problem).toBeNull()
        expect(found.questions.map((question) => question.item)).toEqual(
          items.map((each) => carried(each, inBoth ? null : 'vi')),
        )
        for (const [i, { pictures: shown }] of found.questions.entries())
          expect(shown.map(({ bytes }) => bytes)).toEqual(items[i]!.picture ? [png] : [])
      }),
      { numRuns: 150 },
    )
  })

  it('is well-formed XML 1.0', async () => {
    const items = fc.sample(item, { numRuns: 60, seed: 7 })
    const { content } = writeMoodleXml(items, 'vi', pictures, { both: true })
    const { errors } = await validateXML({
      xml: { fileName: 'q.xml', contents: content },
      normalization: 'format',
    })
    expect(errors).toEqual([])
  })

  const base = { code: 'x-1', version: 1, purpose: 'teach', competency: null, level: null } as const
  const same = (words: string) => ({ vi: words, en: words })
  const keysOf = (written: ReturnType<typeof writeMoodleXml>) =>
    written.losses.map(({ losses }) => losses.map(({ key }) => key))
  const told = { ...base, stem: { vi: 'Câu', en: 'Question' }, explanation: same('') }

  it('splits a table of statements, and leaves out a point on a picture', () => {
    const items: DraftItem[] = [
      {
        ...told,
        kind: 'truefalse',
        scoring: 'all',
        statements: [
          { id: 'a', vi: 'Một', en: 'One', correct: true, feedback: { vi: 'Phải', en: 'Yes' } },
          { id: 'b', vi: 'Hai', en: 'Two', correct: false },
        ],
      },
      { ...told, kind: 'point', picture: { src: 'figures/nut-gui.png', alt: same('x') }, areas: [] },
    ]
    const written = writeMoodleXml(items, 'vi', pictures, { both: true })
    expect(keysOf(written)).toEqual([['loss.split', 'text.scoringAll'], ['loss.kind']])
    const read = readMoodleXml(written.content, 'vi').questions
    expect(read.map(({ name, item: made }) => [name, made?.stem])).toEqual([
      ['x-1 (1)', { vi: 'Câu\nMột', en: 'Question\nOne' }],
      ['x-1 (2)', { vi: 'Câu\nHai', en: 'Question\nTwo' }],
    ])
    expect(read[0]!.item).toMatchObject({
      options: [
        { vi: 'Đúng', en: 'True', correct: true, feedback: { vi: 'Phải', en: 'Yes' } },
        { vi: 'Sai' },
      ],
    })
    expect(read[1]!.item).toMatchObject({ options: [{ vi: 'Đúng' }, { vi: 'Sai', correct: true }] })
  })

  it('tells of weights that Moodle has not, of gaps in another order, and of what cannot be typed', () => {
    const options = [
      { id: 'a', ...same('đ'), correct: true, weight: 100 },
      { id: 'b', ...same('s'), weight: 37 },
    ]
    const gaps = [
      { id: 'p', answers: [{ id: 'a', vi: 'a', en: 'a' }] },
      { id: 'q', answers: [{ id: 'a', vi: 'b', en: 'b' }] },
    ]
    const items: DraftItem[] = [
      { ...told, kind: 'single', options },
      { ...told, kind: 'gaps', text: { vi: '{p} rồi {q}', en: '{q} then {p}' }, gaps },
      { ...told, kind: 'short', answers: [{ id: 'a', vi: '', en: 'x' }] },
      {
        ...told,
        kind: 'essay',
        most: 200,
        source: 's',
        rubric: [
          {
            id: 'r',
            name: same('Ý'),
            levels: [
              { points: 0, ...same('không') },
              { points: 2, ...same('có\u0007') },
            ],
          },
        ],
      },
    ]
    const written = writeMoodleXml(items, 'vi', pictures, { both: true })
    expect(keysOf(written)).toEqual([
      ['loss.weights'],
      ['text.otherEn', 'moodle.gapOrder'],
      [],
      ['text.about', 'moodle.rubricText', 'moodle.control'],
    ])
    expect(keysOf(writeMoodleXml(items.slice(2, 3), 'vi', pictures))).toEqual([['text.unfinished']])
    const read = readMoodleXml(written.content, 'vi').questions
    expect(read[0]!.item).toMatchObject({ options: [{ weight: 100 }, { weight: 40 }] })
    expect(read[1]!.item).toMatchObject({ text: { vi: '{g1} rồi {g2}', en: '' } })
    expect(read[3]!.losses.at(1)).toMatchObject({ key: 'moodle.graderInfo' })
  })

  it('tells of pictures that are missing or are none', () => {
    const pictured = (src: string): DraftItem => ({
      ...told,
      kind: 'ordering',
      steps: [{ id: 'a', ...same('1') }],
      picture: { src, alt: same('') },
    })
    const bad = new Map([['b.png', Uint8Array.from([1, 2, 3])]])
    const written = writeMoodleXml([pictured('a.png'), pictured('b.png')], 'vi', bad, { both: true })
    expect(keysOf(written)).toEqual([['loss.pictureMissing'], ['loss.pictureBad']])
  })
})
