import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyItem, itemFrom, treeOf } from '../items/item-form'
import { itemLists } from '../items/item-parts'
import { partsAt, textAt } from '../form/form-tree'
import { drawnAreas, spotsIn, withRectangle, withSpot } from './area-spots'
import { figureIn, figureText, pictureSaid, pictureText } from './picture-field'

const alt = { vi: 'Thư', en: 'Mail' }
const figures = fc.record({
  hash: fc.stringMatching(/^[0-9a-f]{32}$/),
  width: fc.integer({ min: 1, max: 1200 }),
  height: fc.integer({ min: 1, max: 9999 }),
})
const spots = fc.tuple(fc.nat(1000), fc.nat(1000))

describe('the field that names a picture', () => {
  it('says a stored picture and is read back; the picture of before stays as it was stored', () => {
    fc.assert(
      fc.property(figures, fc.boolean(), (figure, sourced) => {
        expect(figureIn(figureText(figure))).toEqual(figure)
        const before = {
          src: 'figures/shot.png',
          alt,
          figure: sourced ? { ...figure, source: 'x' } : figure,
        }
        expect(pictureSaid(pictureText(before), before)).toBe(before)
        expect(pictureSaid(figureText(figure), undefined)).toEqual({
          src: `figures/${figure.hash}.webp`,
          figure,
        })
      }),
    )
  })

  it('names nothing where it is empty or of another shape', () => {
    for (const text of [
      '',
      '../etc/passwd',
      'f'.repeat(32),
      `${'f'.repeat(32)} 0x9`,
      `${'F'.repeat(32)} 9x9`,
    ])
      expect(pictureSaid(text, undefined)).toBeNull()
    expect(pictureSaid('', { src: 'figures/shot.png', alt })).toBeNull()
    const unfiled = { src: 'figures/shot.png', alt }
    expect(pictureSaid(pictureText(unfiled), unfiled)).toBe(unfiled)
  })

  it('of a form keeps, changes and takes away the picture of an item', () => {
    const figure = { hash: 'a'.repeat(32), width: 9, height: 8 }
    const read = (tree: object, before = emptyItem('single', 'teach')) => {
      const said = itemFrom({ ...treeOf(before), ...tree }, before)
      if (!('data' in said)) throw new Error('faults')
      return said.data
    }
    const shown = read({ picture: { ...{ figure: figureText(figure) }, alt } })
    expect(shown.picture).toEqual({ src: `figures/${figure.hash}.webp`, alt, figure })
    expect(read({}, shown)).toEqual(shown)
    expect(read({ picture: { figure: '', alt } }, shown).picture).toBeUndefined()
    const point = read({ picture: { figure: '', alt } }, emptyItem('point', 'teach'))
    expect(point.picture).toEqual({ src: '', alt })
  })
})

describe('areas that are drawn by pressing', () => {
  it('begin anew after two places', () => {
    fc.assert(
      fc.property(fc.array(spots, { minLength: 1, maxLength: 7 }), (pressed) => {
        const text = pressed.reduce((said, spot) => withSpot(said, spot), '')
        const kept = pressed.length % 2 === 0 ? pressed.slice(-2) : pressed.slice(-1)
        expect(spotsIn(text)).toEqual(kept)
      }),
    )
  })

  it('become a rectangle between the two, whichever corner came first, that lies within the picture', () => {
    fc.assert(
      fc.property(spots, spots, (one, other) => {
        const tree = { ...treeOf(emptyItem('point', 'teach')), spots: withSpot(withSpot('', one), other) }
        const drawn = withRectangle(tree, itemLists)
        if (one[0] === other[0] || one[1] === other[1]) {
          expect(drawn).toBe(tree)
          return
        }
        expect(partsAt(drawn, 'areas')).toHaveLength(1)
        const [area] = drawnAreas(drawn)
        expect(area!.at).toEqual([
          Math.min(one[0], other[0]),
          Math.min(one[1], other[1]),
          Math.max(one[0], other[0]),
          Math.max(one[1], other[1]),
        ])
        expect(textAt(drawn, 'spots')).toBe('')
      }),
    )
  })

  it('are added where every area has its name, and not beyond the most that there may be', () => {
    const named = { id: 'r1', name: alt, shape: 'circle', at: '500; 500; 90' }
    const tree = { areas: [named], spots: '100,100 200,200' }
    const drawn = withRectangle(tree, itemLists)
    expect(drawnAreas(drawn).map(({ shape, label }) => [shape, label])).toEqual([
      ['circle', '1'],
      ['rectangle', '2'],
    ])
    const full = Array.from({ length: itemLists.areas.most }, (_, i) => ({ ...named, id: `r${i + 1}` }))
    expect(partsAt(withRectangle({ ...tree, areas: full }, itemLists), 'areas')).toEqual(full)
  })

  it('are drawn only where their numbers are whole', () => {
    const area = (shape: string, at: string) => ({ id: 'r1', shape, at })
    const areas = [
      area('rectangle', '100; 100; 50; 50'),
      area('circle', '500; x; 90'),
      area('rectangle', '0; 0; 1000; 1001'),
    ]
    expect(drawnAreas({ areas })).toEqual([])
  })
})
