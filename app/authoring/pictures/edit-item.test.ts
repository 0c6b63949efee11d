import { expect, test } from 'vitest'
import type { DraftItem } from '~/assessment/item'
import { actorWith } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { photo } from '../../../tests/fixtures/packs/folder'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { servedFigure } = await import('~/learning/figure.server')
const { draftById } = await import('../drafts/find-draft.server')
const { startItem } = await import('../drafts/start-item.server')
const { editItem } = await import('./edit-item.server')
const { fieldsOf } = await import('../form/form-tree')
const { treeOf } = await import('../items/item-form')

const author = {
  ...actorWith({ role: 'trainer', provinceCode: null, communeCode: null }),
  accountId: 'author',
}
await inTransaction(async (tx) => {
  await tx.account.create({
    data: { id: 'author', username: 'author', displayName: 'Tác giả', createdAt: new Date() },
  })
})
const data = (id: string) => draftById(id).data as DraftItem

function formOf(id: string, over: Record<string, string | File> = {}): FormData {
  const form = new FormData()
  const { revision } = draftById(id)
  for (const [name, value] of [...fieldsOf(treeOf(data(id))), ['seen', String(revision)]] as const)
    form.set(name, value)
  for (const [name, value] of Object.entries(over)) form.set(name, value)
  return form
}
const file = (bytes: Buffer | string, name = 'hinh.png') => new File([bytes as never], name)

test('a picture sent with the form is stored and saved with the item, to be replaced and taken away', async () => {
  const id = await startItem(author, 'single', 'teach')
  const sent = formOf(id, {
    intent: 'picture',
    'stem.vi': 'Hình này là gì?',
    pictureFile: file(await photo(80, 60)),
  })
  expect(await editItem(author, id, sent)).toEqual({ kind: 'saved' })
  const first = data(id).picture!.figure!
  expect(first).toMatchObject({ width: 80, height: 60 })
  expect(data(id).stem.vi).toBe('Hình này là gì?')
  expect(servedFigure(first.hash)).not.toBeNull()

  const alt = { 'picture.alt.vi': 'Lá thư', 'picture.alt.en': 'A mail' }
  expect(await editItem(author, id, formOf(id, { intent: 'save', ...alt }))).toEqual({ kind: 'saved' })
  expect(data(id).picture).toMatchObject({ figure: first, alt: { vi: 'Lá thư', en: 'A mail' } })

  const other = formOf(id, { intent: 'save', pictureFile: file(await photo(50, 50), 'x.txt') })
  expect(await editItem(author, id, other)).toEqual({ kind: 'saved' })
  expect(data(id).picture).toMatchObject({ figure: { width: 50 }, alt: { vi: 'Lá thư' } })

  const without = await editItem(author, id, formOf(id, { intent: 'picture.remove' }))
  expect(without).toMatchObject({ kind: 'typed', tree: { picture: { figure: '' } } })
  expect(data(id).picture).toBeDefined()
  await editItem(author, id, formOf(id, { intent: 'save', 'picture.figure': '' }))
  expect(data(id).picture).toBeUndefined()
})

test('a file that is no picture is told, saves nothing and keeps what was typed', async () => {
  const id = await startItem(author, 'single', 'teach')
  const bad = formOf(id, { intent: 'send', 'stem.vi': 'Đang viết', pictureFile: file('<svg onload="x()"/>') })
  expect(await editItem(author, id, bad)).toMatchObject({
    kind: 'typed',
    errors: { pictureFile: 'picture.fault.drawing' },
    tree: { stem: { vi: 'Đang viết' } },
  })
  expect(draftById(id).revision).toBe(1)
})

test('a picture stays in the form where another field is wrong', async () => {
  const id = await startItem(author, 'numeric', 'teach')
  const form = formOf(id, { intent: 'save', answer: 'mười', pictureFile: file(await photo(30, 20)) })
  const back = await editItem(author, id, form)
  expect(back).toMatchObject({ kind: 'typed', errors: { answer: 'error.number' } })
  const said = back.kind === 'typed' ? (back.tree.picture as { figure: string }).figure : ''
  expect(said).toMatch(/ 30x20$/)
  await editItem(author, id, formOf(id, { intent: 'save', 'picture.figure': said }))
  expect(data(id).picture?.figure).toMatchObject({ width: 30 })
})

test('a form cannot name a picture that is not here, nor another size of one that is', async () => {
  const id = await startItem(author, 'single', 'teach')
  await editItem(author, id, formOf(id, { intent: 'save', 'picture.figure': `${'a'.repeat(32)} 10x10` }))
  expect(data(id).picture).toBeUndefined()
  await editItem(author, id, formOf(id, { intent: 'picture', pictureFile: file(await photo(44, 33)) }))
  const { hash } = data(id).picture!.figure!
  await editItem(author, id, formOf(id, { intent: 'save', 'picture.figure': `${hash} 9999x1` }))
  expect(data(id).picture?.figure).toEqual({ hash, width: 44, height: 33 })
})

test('two presses on the picture and a button make an area of an item', async () => {
  const id = await startItem(author, 'point', 'teach')
  await editItem(author, id, formOf(id, { intent: 'picture', pictureFile: file(await photo(560, 280)) }))
  const press = (x: number, y: number, spots: string) =>
    editItem(author, id, formOf(id, { spots, 'p560x280.x': String(x), 'p560x280.y': String(y) }))
  expect(await press(56, 28, '')).toMatchObject({ kind: 'typed', tree: { spots: '100,100' } })
  expect(await press(280, 140, '100,100')).toMatchObject({ tree: { spots: '100,100 500,500' } })
  const drawn = await editItem(author, id, formOf(id, { intent: 'area', spots: '500,500 100,100' }))
  expect(drawn).toMatchObject({ tree: { areas: [{ shape: 'rectangle', at: '100; 100; 500; 500' }] } })
})

test('an item about a picture is sent once it has the picture and its words in both languages', async () => {
  const id = await startItem(author, 'point', 'teach')
  const texts = Object.fromEntries(
    ['stem', 'explanation', 'areas.0.name', 'areas.0.feedback', 'picture.alt'].flatMap((name) => [
      [`${name}.vi`, 'Lời'],
      [`${name}.en`, 'Words'],
    ]),
  )
  const about = { competency: '4.1', level: '1', 'areas.0.correct': 'yes', ...texts }
  const send = (over: Record<string, string | File>) =>
    editItem(author, id, formOf(id, { ...about, intent: 'send', ...over }))
  expect(await send({})).toMatchObject({ kind: 'typed', faults: [{ key: 'item.picturePath' }] })
  const picture = { pictureFile: file(await photo(90, 60)) }
  expect(await send({ ...picture, 'picture.alt.en': '' })).toMatchObject({
    faults: [{ key: 'fault.emptyEn', path: 'picture.alt' }],
  })
  expect(await send({})).toEqual({ kind: 'sent' })
})

test('a long answer is begun with a rubric that can be filled and sent', async () => {
  const id = await startItem(author, 'essay', 'teach')
  const names = ['stem', 'explanation', 'rubric.0.name', 'rubric.0.levels.0', 'rubric.0.levels.1']
  const texts = Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.vi`, 'Lời'],
      [`${name}.en`, 'Words'],
    ]),
  )
  const form = formOf(id, { ...texts, competency: '4.1', level: '1', most: '150', intent: 'send' })
  expect(await editItem(author, id, form)).toEqual({ kind: 'sent' })
  expect(data(id)).toMatchObject({ most: 150, rubric: [{ levels: [{ points: 0 }, { points: 1 }] }] })
})

test('who does not write in the studio sends no picture', async () => {
  const id = await startItem(author, 'single', 'teach')
  const stranger = actorWith({ role: 'planner', provinceCode: '04', communeCode: null })
  const form = formOf(id, { intent: 'picture', pictureFile: file(await photo(10, 10)) })
  await expect(editItem(stranger, id, form)).rejects.toMatchObject({ status: 403 })
})
