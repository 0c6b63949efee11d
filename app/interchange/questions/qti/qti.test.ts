import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftItemSchema, type DraftItem } from '~/assessment/item'
import { anyText, draftItems } from '../../../../tests/builders/draft-items'
import { asQtiCarries } from '../../../../tests/builders/qti-carried'
import { qtiPictures, qtiSamples } from '../../../../tests/builders/qti-items'
import { readQti } from './read'
import { writeQti } from './write'

const names = Object.keys(qtiSamples)

describe.each(['2.1', '2.2'] as const)('QTI %s', (version) => {
  it.each(names)('%s comes back as it was written', (name) => {
    const item = qtiSamples[name]!
    const { files } = writeQti([item], 'vi', version, qtiPictures)
    const { questions, problem } = readQti(files, 'vi')
    expect(problem).toBeNull()
    expect(questions).toHaveLength(1)
    expect(questions[0]!.losses).toEqual([])
    expect(questions[0]!.item).toEqual(item)
    expect(draftItemSchema.parse(questions[0]!.item)).toEqual(item)
  })

  it.each(['vi', 'en'] as const)('what it carries of any item in %s comes back unchanged', (locale) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(draftItems(locale).map(withOwnExtras), points(locale)), {
          minLength: 1,
          maxLength: 3,
        }),
        (items) => {
          const { files, losses } = writeQti(items, locale, version, qtiPictures)
          const expected = items.map((item) => asQtiCarries(item, locale, shown))
          const { questions } = readQti(files, locale === 'vi' ? 'en' : 'vi')
          expect(questions.map(({ item }) => item)).toEqual(expected.filter((item) => item !== null))
          for (const { item } of questions) expect(draftItemSchema.parse(item)).toEqual(item)
          const left = losses.filter((each) => each.losses.some(({ key }) => key === 'qti.leftOut'))
          expect(left).toHaveLength(expected.filter((item) => item === null).length)
        },
      ),
      { numRuns: 150 },
    )
  })
})

const shown = { width: 1000, height: 500 }

/** Extras are named apart from pairs, as items have to. */
function withOwnExtras(item: DraftItem): DraftItem {
  if (item.kind !== 'matching' || !item.extra) return item
  return { ...item, extra: item.extra.map((each, i) => ({ ...each, id: `x${i}` })) }
}

function points(locale: 'vi' | 'en'): fc.Arbitrary<DraftItem> {
  const text = anyText.map((said) => ({ vi: '', en: '', [locale]: said }))
  const place = fc.integer({ min: 0, max: 1000 })
  const area = fc.record({
    name: text,
    drawn: fc.oneof(
      fc.tuple(place, place, place, place).map((at) => ({ shape: 'rectangle' as const, at: [...at] })),
      fc.tuple(place, place, place).map((at) => ({ shape: 'circle' as const, at: [...at] })),
      fc
        .array(fc.tuple(place, place), { minLength: 3, maxLength: 6 })
        .map((corners) => ({ shape: 'polygon' as const, at: corners.flat() })),
    ),
    correct: fc.boolean(),
    feedback: text,
  })
  return fc
    .record({
      stem: text,
      areas: fc.uniqueArray(area, {
        maxLength: 4,
        selector: ({ drawn }) => drawn.shape + drawn.at.map((value) => Math.round(value / 2)).join(),
      }),
    })
    .map(({ stem, areas }) => ({
      code: '4.1-2a',
      version: 1,
      purpose: 'teach',
      competency: null,
      level: null,
      explanation: { vi: '', en: '' },
      stem,
      kind: 'point',
      picture: { src: 'figures/man-hinh.png', alt: stem },
      areas: areas.map(({ drawn, ...each }, i) => ({ id: `n${i}`, ...each, ...drawn })),
    }))
}
