import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftItemSchema, type DraftItem, type ItemKind } from '~/assessment/item'
import { items } from '../../../tests/builders/items'
import { differences, merged } from '../diff/compare'
import { wordDiff } from '../diff/word-diff'
import { confirmedAfter, confirmText, textHash, translationOf } from '../drafts/translation'
import { codeFor } from './item-code'
import { fieldsOf, nameOfPath, treeFrom, type Tree } from '../form/form-tree'
import { emptyItem, itemFrom, treeOf } from './item-form'
import { wholeItem } from './item-kind'
import { itemLists, listsOf, settleGaps } from './item-parts'
import { changeParts as change, removedBy, withRemoved } from '../form/parts'
import { textsOfItem } from './item-texts'

const changeParts = (tree: Tree, intent: string) => change(tree, intent, itemLists)
const kinds = Object.keys(listsOf) as ItemKind[]
const built = Object.values(items).map((make) => draftItemSchema.parse(make()))
const read = (item: DraftItem) => itemFrom(treeFrom(fieldsOf(treeOf(item))), item)

/** What an item says: `correct: false` of an option says nothing. */
const said = (item: DraftItem) =>
  JSON.parse(
    JSON.stringify(item, (name, value: unknown) =>
      name === 'correct' && item.kind !== 'truefalse' ? value || undefined : value,
    ),
  ) as unknown

test('an item goes through its form unchanged, every kind of it', () => {
  for (const item of [...built, ...kinds.map((kind) => emptyItem(kind, 'teach'))]) {
    const once = read(item)
    if (!('data' in once)) throw new Error(JSON.stringify(once.errors))
    expect(read(once.data)).toEqual(once)
    expect(said(once.data)).toEqual(said(item))
  }
})

test('typed texts of both languages come back as typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...built), fc.string(), fc.string(), (item, vi, en) => {
      const typed = treeFrom([
        ...fieldsOf(treeOf(item)).filter(([name]) => !name.startsWith('stem.')),
        ['stem.vi', vi],
        ['stem.en', en],
      ])
      const again = itemFrom(typed, item)
      const plain = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC')
      expect('data' in again && again.data.stem).toEqual({ vi: plain(vi), en: plain(en) })
    }),
  )
})

test('a number that is none keeps the form and names the field', () => {
  const item = emptyItem('numeric', 'teach')
  expect(itemFrom({ ...treeOf(item), answer: 'mười' }, item)).toEqual({ errors: { answer: 'error.number' } })
  expect(itemFrom({ ...treeOf(item), answer: '0,5' }, item)).toMatchObject({ data: { answer: 0.5 } })
})

test('names that are no fields are left out', () => {
  expect(
    treeFrom([
      ['__proto__.x', '1'],
      ['constructor.name', '1'],
      ['a b', '1'],
      ['stem.vi', 'x'],
    ]),
  ).toEqual({
    stem: { vi: 'x' },
  })
})

test('parts are added with a free id, moved and taken out; what cannot be changes nothing', () => {
  const tree = treeOf(emptyItem('single', 'teach'))
  const ids = (of: typeof tree) => (of.options as { id: string }[]).map(({ id }) => id)
  expect(ids(tree)).toEqual(['a', 'b', 'c', 'd'])
  expect(ids(changeParts(tree, 'add.options'))).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(ids(changeParts(tree, 'up.options.2'))).toEqual(['a', 'c', 'b', 'd'])
  expect(ids(changeParts(tree, 'down.options.3'))).toEqual(['a', 'b', 'c', 'd'])
  const fewer = changeParts(tree, 'remove.options.1')
  expect(ids(fewer)).toEqual(['a', 'c', 'd'])
  expect(ids(changeParts(fewer, 'add.options'))).toEqual(['a', 'c', 'd', 'b'])
  const more = changeParts(tree, 'copy.options.1')
  expect(ids(more)).toEqual(['a', 'b', 'e', 'c', 'd'])
  expect(changeParts(tree, 'remove.nothing.1')).toBe(tree)
})

test('a part that was taken out comes back where it stood, once', () => {
  const tree = treeOf(built[0]!)
  const removed = JSON.stringify(removedBy(tree, 'remove.options.1', itemLists))
  const fewer = changeParts(tree, 'remove.options.1')
  expect(withRemoved(fewer, removed, itemLists)).toEqual(tree)
  expect(withRemoved(tree, removed, itemLists)).toBe(tree)
  for (const sent of ['', '{}', '{"name":"stem","at":0,"fields":[]}', '[1'])
    expect(withRemoved(fewer, sent, itemLists)).toBe(fewer)
  expect(removedBy(tree, 'up.options.1', itemLists)).toBe(null)
})

test('a gap that is chosen from a list has options, one that is typed has answers', () => {
  const tree = treeOf(emptyItem('gaps', 'teach'))
  const gaps = tree.gaps as { mode: string }[]
  const chosen = settleGaps({ ...tree, gaps: gaps.map((gap) => ({ ...gap, mode: 'chosen' })) })
  expect(itemFrom(chosen, emptyItem('gaps', 'teach'))).toMatchObject({
    data: { gaps: [{ options: [{}, {}] }] },
  })
})

test('texts are named by the ids of their parts, and their fields are found', () => {
  const item = built[0]!
  expect(textsOfItem(item).map(({ path }) => path)).toEqual([
    'stem',
    'explanation',
    'options.a',
    'options.b',
    'options.c',
  ])
  expect(nameOfPath(treeOf(item), 'options.b.vi')).toBe('options.1.vi')
})

test('a whole draft is an item, one with empty texts says which', () => {
  expect(wholeItem(built[0]!)).toMatchObject({ item: { code: '4.1-1a', competency: '4.1' } })
  const empty = wholeItem(emptyItem('single', 'teach'))
  expect('faults' in empty && empty.faults.slice(0, 3)).toEqual([
    { key: 'fault.competency', path: 'competency' },
    { key: 'fault.level', path: 'level' },
    { key: 'fault.empty', path: 'stem' },
  ])
})

test('English is outdated once the Vietnamese changed alone, until it is written anew or said to be right', () => {
  const at = (vi: string, en: string) => [{ path: 'stem', text: { vi, en } }]
  const first = confirmedAfter([], at('một', 'one'), {})
  expect(translationOf(at('một', 'one')[0]!, first)).toBe('done')
  const changed = confirmedAfter(at('một', 'one'), at('hai', 'one'), {})
  expect(translationOf(at('hai', 'one')[0]!, changed)).toBe('outdated')
  expect(
    translationOf(at('hai', 'two')[0]!, confirmedAfter(at('hai', 'one'), at('hai', 'two'), changed)),
  ).toBe('done')
  expect(translationOf(at('hai', 'one')[0]!, confirmText(at('hai', 'one'), 'stem', changed))).toBe('done')
  expect(
    translationOf(at('một', 'one')[0]!, confirmedAfter(at('hai', 'one'), at('một', 'one'), changed)),
  ).toBe('done')
  expect(textHash('a')).not.toBe(textHash('b'))
})

test('words that stayed, went and came make up both texts', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const runs = wordDiff(before, after)
      const joined = (kind: string) =>
        runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map(({ text }) => text)
          .join('')
      expect([joined('gone'), joined('new')]).toEqual([before, after])
    }),
  )
  expect(wordDiff('mở tệp rồi lưu', 'mở thư rồi lưu')).toEqual([
    { kind: 'same', text: 'mở ' },
    { kind: 'gone', text: 'tệp ' },
    { kind: 'new', text: 'thư ' },
    { kind: 'same', text: 'rồi lưu' },
  ])
})

test('taking every difference of another version gives that version, taking none keeps the own', () => {
  const [mine, theirs] = [treeOf(built[0]!), treeOf({ ...built[0]!, stem: { vi: 'khác', en: 'other' } })]
  const names = differences(mine, theirs).map(({ name }) => name)
  expect(names).toEqual(['stem.vi', 'stem.en'])
  expect(merged(mine, theirs, new Set(names))).toEqual(theirs)
  expect(merged(mine, theirs, new Set())).toEqual(mine)
  const fewer = changeParts(mine, 'remove.options.0')
  expect(differences(mine, fewer)).toMatchObject([{ name: 'options', list: true }])
  expect(merged(mine, fewer, new Set(['options']))).toEqual(fewer)
})

test('a new item gets the first free code of its competency and level', () => {
  const taken = new Set(['4.1-2a', '4.1-2b', 't4.1-2-1'])
  const isTaken = (code: string) => taken.has(code)
  const item = { code: '', purpose: 'measure', competency: '4.1', level: 2 } as const
  expect(codeFor(item, isTaken)).toBe('4.1-2c')
  expect(codeFor({ ...item, purpose: 'teach' }, isTaken)).toBe('t4.1-2-2')
  expect(codeFor({ ...item, purpose: 'teach', code: 'cau-7' }, isTaken)).toBe('cau-7')
  expect(codeFor(item, () => true)).toBe(null)
})
