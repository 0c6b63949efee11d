import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { greyPng } from '../../../../tests/builders/qti-items'
import { readQti } from './read'

const folder = path.resolve(import.meta.dirname, '../../../../tests/fixtures/questions/qti')
const file = (name: string) => readFileSync(path.join(folder, name))
const picture = greyPng(400, 200)
const only = (name: string) =>
  readQti(
    new Map([
      [name, file(name)],
      ['images/nuoc.png', picture],
    ]),
    'vi',
  ).questions[0]!
const vi = (text: string) => ({ vi: text, en: '' })

describe('QTI of other systems, written from the specification', () => {
  it('reads a multiple choice with its mapping, inline feedback and picture', () => {
    const { item, name, losses, pictures } = only('choice-mapping.xml')
    expect(name).toBe('Thành phần của nước')
    expect(item).toMatchObject({
      kind: 'multiple',
      code: 'composition',
      stem: vi('Chọn mọi nguyên tố có trong H₂O.\nNguyên tố nào?'),
      picture: { src: 'figures/nuoc.png', alt: vi('Phân tử nước') },
      options: [
        { id: 'a', ...vi('Hiđrô'), correct: true, weight: 50, feedback: vi('Có hai.') },
        { id: 'b', ...vi('Heli'), weight: -100 },
        { id: 'c', ...vi('Ôxi'), correct: true, weight: 50 },
        { id: 'd', ...vi('Clo'), weight: -50 },
      ],
    })
    expect(pictures).toEqual([{ src: 'figures/nuoc.png', bytes: picture }])
    expect(losses).toEqual([
      { key: 'loss.generalFeedback', values: { what: 'Xem lại bài 3.' } },
      { key: 'loss.format' },
    ])
  })

  it('finds the feedback that rules tie to an option, the language, and drops scripts', () => {
    const { item, losses } = only('single-rules.xml')
    expect(item).toMatchObject({
      kind: 'single',
      code: '',
      name: 'Unattended luggage',
      stem: { vi: '', en: 'Read the sign.\nWhat does it say?' },
      options: [
        { id: 'a', correct: true },
        {
          id: 'b',
          en: 'Do not let someone else look after it.',
          feedback: { vi: '', en: 'No, the sign does not say that.' },
        },
      ],
    })
    expect(losses).toEqual([
      { key: 'qti.rubricText', values: { what: 'Give one point.' } },
      { key: 'loss.html', values: { what: 'script' } },
    ])
  })

  it('reads typed and chosen gaps in a text', () => {
    const { item, losses } = only('gaps-inline.xml')
    expect(item).toMatchObject({
      kind: 'gaps',
      stem: vi('Chọn và điền.'),
      text: vi('Mùa đông {g1} này của {g2};\ntháng {g3}.'),
      gaps: [
        { id: 'g1', options: [{ vi: 'xám' }, { vi: 'huy hoàng', correct: true }] },
        {
          id: 'g2',
          exact: true,
          answers: [
            { vi: 'York', weight: 100 },
            { vi: 'york', weight: 50 },
          ],
        },
        { id: 'g3', answers: [{ vi: '12' }] },
      ],
    })
    expect(losses).toEqual([{ key: 'qti.tolerance', values: { what: 12 } }, { key: 'loss.format' }])
  })

  it('makes lines with a gap of rows that share a column', () => {
    const { item, losses } = only('match-characters.xml')
    expect(item).toMatchObject({
      kind: 'gaps',
      stem: vi('Ghép mỗi nhân vật với vở kịch.'),
      text: vi('Capulet: {g1}\nDemetrius: {g2}\nLysander: {g3}\nProspero: {g4}'),
    })
    expect(
      item?.kind === 'gaps' &&
        item.gaps.map((gap) => 'options' in gap && gap.options.findIndex(({ correct }) => correct)),
    ).toEqual([1, 0, 0, 2])
    expect(losses.map(({ key }) => key)).toEqual(['loss.weights'])
  })

  it('reads hotspots in the pixels of the picture as it is shown', () => {
    const { item, losses } = only('hotspot.xml')
    expect(item).toMatchObject({
      kind: 'point',
      picture: { src: 'figures/nuoc.png', alt: vi('Bản đồ') },
      areas: [
        { id: 'a1', name: vi('Nội Bài'), shape: 'circle', at: [500, 500, 50], correct: true },
        { id: 'a2', name: vi(''), shape: 'rectangle', at: [0, 0, 100, 200] },
      ],
    })
    expect(losses).toEqual([{ key: 'qti.shape', values: { count: 1 } }])
    expect(readQti(new Map([['hotspot.xml', file('hotspot.xml')]]), 'vi').questions[0]).toMatchObject({
      item: null,
      losses: [{ key: 'qti.noPicture' }, { key: 'loss.pictureMissing', values: { src: 'images/nuoc.png' } }],
    })
  })

  it('reads words dragged into gaps', () => {
    const { item } = only('gap-match.xml')
    expect(item).toMatchObject({
      kind: 'gaps',
      stem: vi('Kéo từ vào chỗ trống.'),
      text: vi('Nay là {g1} hoá thành {g2} rực rỡ.'),
    })
    expect(
      item?.kind === 'gaps' &&
        item.gaps.map((gap) => 'options' in gap && gap.options.findIndex(({ correct }) => correct)),
    ).toEqual([0, 2])
  })

  it('keeps a number inside a sentence a number, with what its rounding allows', () => {
    expect(only('numeric-sentence.xml').item).toMatchObject({
      kind: 'numeric',
      stem: vi('Số pi xấp xỉ ____ (hai chữ số).'),
      answer: 3.1416,
      tolerance: 0.005,
    })
  })

  it('puts steps in their right order and says what is scored otherwise', () => {
    const { item, losses } = only('order.xml')
    expect(item?.kind === 'ordering' && item.steps.map(({ vi: text }) => text)).toEqual(['Chi', 'An', 'Bình'])
    expect(losses).toEqual([{ key: 'qti.allOrNothing' }])
  })

  it('asks for the rubric that a long answer lacks', () => {
    expect(only('essay.xml')).toMatchObject({
      item: { kind: 'essay', most: 100, rubric: [] },
      losses: [{ key: 'loss.rubric' }],
    })
  })

  it('names the interaction that has no counterpart', () => {
    expect(only('slider.xml')).toMatchObject({
      name: 'Thanh trượt',
      item: null,
      losses: [{ key: 'loss.kind', values: { kind: 'sliderInteraction' } }],
    })
  })
})
