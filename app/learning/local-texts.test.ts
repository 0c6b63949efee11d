import { expect, test } from 'vitest'
import { administrator, leaderOf, plannerOf } from '../../tests/builders/actors'
import { freshDatabase } from '../../tests/builders/database'
import { storedModule } from '../../tests/builders/module'

await freshDatabase()
const { saveLocalFacts } = await import('~/people/places/save-local-facts.server')
const { inTransaction } = await import('~/platform/db/db.server')
const { localTexts } = await import('./local-texts.server')
const { localUses } = await import('./local-uses.server')

const here = { ...plannerOf('04'), accountId: 'here' }
const beside = { ...plannerOf('24'), accountId: 'beside' }
const phone = (words: string) => [{ code: 'centre-phone', seen: 0, value: { vi: words, en: words } }]

test('a lesson says what the province of its reader says, to a visitor what the installation works for', async () => {
  await inTransaction(async (tx) => {
    for (const id of ['here', 'beside'])
      await tx.account.create({
        data: { id, username: id, displayName: id, createdAt: new Date() } as never,
      })
  })
  await saveLocalFacts(here, phone('0206 385 1234'))
  await saveLocalFacts(beside, phone('0208'))
  const said = (actor: Parameters<typeof localTexts>[0]) => localTexts(actor, 'vi').get('centre-phone')
  expect(said(leaderOf('04', '01273'))).toEqual({ text: '0206 385 1234', call: '02063851234' })
  expect(said(beside)?.text).toBe('0208')
  expect(said(administrator)?.text).toMatch(/^số điện thoại/)
  await inTransaction((tx) =>
    tx.roleGrant.create({
      data: { accountId: 'here', role: 'planner', provinceCode: '04', grantedAt: new Date() } as never,
    }),
  )
  expect(said(null)?.text).toBe('0206 385 1234')
})

test('the lessons that name a fact are listed, each once', async () => {
  const module = await storedModule({ code: 'naming' })
  await inTransaction((tx) =>
    tx.moduleVersion.create({
      data: {
        ...{ id: 'naming@2', code: 'naming', version: 2, hash: 'naming@2', loadedAt: new Date() },
        data: JSON.stringify({
          ...module,
          version: 2,
          lessons: module.lessons.map((lesson, at) => ({
            ...lesson,
            text: at === 1 ? { vi: '[[ai-rule]] và [[ai-rule]]', en: '[[ai-rule]]' } : lesson.text,
          })),
        }),
      },
    }),
  )
  const uses = localUses('vi')
    .get('ai-rule')
    ?.filter(({ module: code }) => code === 'naming')
  expect(uses).toEqual([
    { code: 'two', number: 2, title: 'Bài two', module: 'naming', moduleTitle: 'Học phần naming' },
  ])
})
