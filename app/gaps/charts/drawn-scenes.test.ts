import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { isShown, type Figure } from '../figures'
import type { Place } from '../place-communes'
import { chartSheet } from './chart-sheet'
import { Drawing } from './Drawing'
import { bySize, drawnFigure } from './drawn-chart'
import { estimateRows } from './estimate-rows'
import { heatGrid, heatKey } from './heat-grid'
import { responseChart } from './response-chart'
import { scatterChart } from './scatter-chart'
import { boxOf, overlaps, type Scene, type TextMark } from './scene'
import { tileChart } from './tile-chart'
import { trendChart } from './trend-chart'

const units = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyẵễẤự& <>"']
const names = fc
  .string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 90 })
  .map((name) => `Xã ${name.trim()}`)
const shares = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.3, noNaN: true }),
)
const figures: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 4, arbitrary: shares.map(([share, half]) => shown(share, half)) },
  { weight: 1, arbitrary: fc.constantFrom('hidden' as const, 'uninformed' as const, null) },
)
const locales = fc.constantFrom('vi' as const, 'en' as const)
const rows = fc.array(fc.record({ name: names, figure: figures }), { minLength: 1, maxLength: 40 })

function shown(share: number, half: number): Figure {
  return {
    ...{ n: 20, people: 30, share, low: Math.max(0, share - half), high: Math.min(1, share + half) },
    ...{ distance: 0, distanceSd: 0.1, distanceLow: -0.2, distanceHigh: 0.2 },
    ...{ rank: { low: 1, high: 9, of: 56 }, higher: null, self: null },
  }
}

const texts = ({ marks }: Scene) => marks.filter((mark): mark is TextMark => mark.kind === 'text')
const markup = (scene: Scene) =>
  renderToStaticMarkup(
    createElement(Drawing, { scene, name: 'trial', title: 'A & B <c>', description: '"x" & <y>' }),
  )

/** Every text stands inside the drawing and on no other; every number is one; the markup is whole. */
function seeWhole(scene: Scene) {
  const all = texts(scene)
  for (const mark of all) {
    const box = boxOf(mark)
    expect(box.left, mark.text).toBeGreaterThanOrEqual(-0.5)
    expect(box.right, mark.text).toBeLessThanOrEqual(scene.width + 0.5)
    expect(box.top, mark.text).toBeGreaterThanOrEqual(-1)
    expect(box.bottom, mark.text).toBeLessThanOrEqual(scene.height + 1)
  }
  all.forEach((one, i) => {
    for (const other of all.slice(i + 1))
      expect(overlaps(boxOf(one), boxOf(other)), `${one.text} on ${other.text}`).toBe(false)
  })
  const svg = markup(scene)
  expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/)
  expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
  expect(svg.replace(/&(?:amp|lt|gt|quot|#x27);/g, '')).not.toContain('&')
}

describe('estimateRows', () => {
  it('draws any names and figures without one text on another', () => {
    fc.assert(
      fc.property(locales, rows, fc.boolean(), fc.boolean(), (locale, own, dense, isBar) => {
        seeWhole(
          estimateRows(locale, {
            ...{ width: 960, axis: 'share', dense, bars: isBar, compare: { name: 'province', value: 0.98 } },
            rows: bySize(own).map(({ name, figure }) => ({ label: name, ...drawnFigure(locale, figure) })),
          }),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('says of a figure that is not shown why, and draws no dot for it', () => {
    const scene = estimateRows('vi', {
      ...{ width: 800, axis: 'tỷ lệ' },
      rows: (['hidden', 'uninformed', null] as const).map((figure) => ({
        label: String(figure),
        ...drawnFigure('vi', figure),
      })),
    })
    expect(scene.marks.filter(({ kind }) => kind === 'dot')).toEqual([])
    expect(texts(scene).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['không hiện (nhóm nhỏ)', 'chưa đủ thông tin', 'Chưa ai được đo']),
    )
  })

  it('draws an interval from end to end', () => {
    const scene = estimateRows('en', {
      ...{ width: 960, axis: 'share' },
      rows: [{ label: 'Safety', ...drawnFigure('en', shown(0.5, 0.25)) }],
    })
    const marks = scene.marks.filter((mark) => mark.kind === 'rect')
    const zero = scene.marks.find((mark) => mark.kind === 'line')!
    const dot = scene.marks.find((mark) => mark.kind === 'dot')!
    expect(marks).toHaveLength(1)
    const { x, width } = marks[0]!
    // The middle of the interval and of the axis is the dot; the interval is half of the axis.
    expect(x + width / 2).toBeCloseTo(dot.x, 6)
    expect(dot.x - zero.x1).toBeCloseTo(width, 6)
  })
})

describe('heatGrid', () => {
  const columns = ['Thiết bị', 'Communication', 'Xử lý vấn đề', 'Ứng dụng trí tuệ nhân tạo']

  it('draws any names and figures without one text on another', () => {
    fc.assert(
      fc.property(
        locales,
        fc.array(
          fc.record({
            label: names,
            cells: fc.array(figures, { minLength: 4, maxLength: 4 }),
            bold: fc.boolean(),
          }),
          { minLength: 1, maxLength: 25 },
        ),
        (locale, lines) => {
          seeWhole(
            heatGrid(locale, {
              width: 800,
              columns,
              rows: lines.map((each) => ({ ...each, end: '100%' })),
              end: 'Trả lời',
            }),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has a number in the cells that are shown and in no other', () => {
    fc.assert(
      fc.property(fc.array(figures, { minLength: 4, maxLength: 4 }), (cells) => {
        const scene = heatGrid('vi', { width: 800, columns, rows: [{ label: 'Xã', cells }] })
        const numbers = texts(scene).filter(({ text }) => /^\d/.test(text))
        expect(numbers).toHaveLength(cells.filter(isShown).length)
        const fills = scene.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.fill] : []))
        cells.forEach((figure, i) => {
          if (figure === 'hidden') expect(fills[i]).toBe('few')
          if (figure === 'uninformed') expect(fills[i]).toBe('vague')
        })
      }),
    )
  })

  it('has a legend whose words stand clear of each other', () => {
    seeWhole(heatKey('vi', 800))
    seeWhole(heatKey('en', 800))
    seeWhole(heatKey('en', 960))
  })
})

describe('scatterChart', () => {
  const quadrants: Place['quadrant'][] = ['both', 'skills', 'conditions', 'neither', 'unclear']

  it('names only what stands out, and no name on another or on a corner', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true })
    const points = fc.array(
      fc.record({ name: names, x: value, y: value, quadrant: fc.constantFrom(...quadrants) }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(locales, points, (locale, own) => {
        const scene = scatterChart(locale, { width: 800, height: 300, points: own, middle: { x: 0.1, y: 0 } })
        seeWhole(scene)
        expect(scene.marks.filter(({ kind }) => kind === 'dot')).toHaveLength(own.length)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the other charts', () => {
  const measure = (code: string, short: string) => ({
    ...{ code: `d:${code}`, domain: code, isDomain: true },
    ...{ name: { vi: short, en: short }, short: { vi: short, en: short } },
  })

  it('draw response without one text on another, and of all communes those that answered least', () => {
    fc.assert(
      fc.property(
        locales,
        fc.array(
          fc.record({
            name: names,
            asked: fc.integer({ min: 0, max: 2000 }),
            part: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: 1, maxLength: 50 },
        ),
        (locale, own) => {
          const communes = own.map(({ name, asked, part }) => ({
            name,
            asked,
            submitted: Math.floor(asked * part),
          }))
          seeWhole(responseChart(locale, communes, 960))
        },
      ),
      { numRuns: 30 },
    )
    const some = responseChart(
      'vi',
      [
        { name: 'Xã Một', asked: 10, submitted: 9 },
        { name: 'Xã Hai', asked: 10, submitted: 1 },
        { name: 'Xã Không', asked: 0, submitted: 0 },
      ],
      960,
      1,
    )
    expect(texts(some).map(({ text }) => text)).toEqual(['Xã Hai', '10%', '1/10'])
  })

  it('draw a trend across campaigns, and no line across one without a figure', () => {
    const campaigns = ['2025-11-01', '2026-05-01', '2026-11-01'].map((closedAt, i) => ({
      ...{ id: String(i), closedAt, title: { vi: 'Đợt', en: 'Round' } },
    }))
    const of = (...own: Figure[]) => ({ measure: measure('4', 'An toàn'), figures: own })
    const lines = (scene: Scene) =>
      scene.marks.filter((mark) => mark.kind === 'line' && mark.stroke === '#c9532c').length
    const whole = trendChart(
      'vi',
      { campaigns, rows: [of(shown(0.7, 0.1), shown(0.6, 0.1), shown(0.5, 0.1))] },
      960,
    )
    const broken = trendChart(
      'vi',
      { campaigns, rows: [of(shown(0.7, 0.1), 'hidden', shown(0.5, 0.1))] },
      960,
    )
    seeWhole(whole)
    seeWhole(broken)
    expect([lines(whole), lines(broken)]).toEqual([2, 0])
    const eight = Array.from({ length: 8 }, () => of(shown(0.7, 0.1), shown(0.6, 0.1), shown(0.5, 0.1)))
    seeWhole(trendChart('en', { campaigns, rows: eight }, 800))
  })

  it('draw tiles with names that fit, and no number on one that is hidden', () => {
    const communes = [
      { code: '1', name: 'Phường Nùng Trí Cao', short: 'Nùng Trí Cao', figure: shown(0.61, 0.05) },
      { code: '2', name: 'Xã A & B', short: 'A & B', figure: 'hidden' as const },
    ]
    const layout = {
      ...{ rows: 1, columns: 2 },
      tiles: communes.map(({ code }, column) => ({ key: code, row: 0, column })),
    }
    const scene = tileChart('vi', layout, communes, 300)
    seeWhole(scene)
    expect(
      texts(scene)
        .filter(({ text }) => /\d/.test(text))
        .map(({ text }) => text),
    ).toEqual(['61'])
  })
})

describe('chartSheet', () => {
  it('says what, where, how and that the data are samples around the chart, on white', () => {
    const body = heatKey('vi', 960)
    const words = {
      title: 'Tỷ lệ '.repeat(40),
      under: 'Cao Bằng · đợt 1',
      source: 'Nguồn: '.repeat(60),
      sample: 'Dữ liệu mẫu',
    }
    const scene = chartSheet(body, words)
    seeWhole(scene)
    expect(scene.marks[0]).toMatchObject({
      kind: 'rect',
      width: scene.width,
      height: scene.height,
      fill: '#ffffff',
    })
    expect(texts(scene).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Dữ liệu mẫu', 'Cao Bằng · đợt 1']),
    )
    expect(texts(chartSheet(body, { ...words, sample: null })).map(({ text }) => text)).not.toContain(
      'Dữ liệu mẫu',
    )
  })
})
