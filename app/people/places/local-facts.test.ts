import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { actorWith, leaderOf, plannerOf } from '../../../tests/builders/actors'
import { editsOf, factsFormSchema, readLocalFacts } from './local-facts'

await freshDatabase()
const { ownFacts } = await import('./facts-in-force.server')
const { listLocalFacts } = await import('./list-local-facts.server')
const { localFacts, readFactsOf } = await import('./local-facts.server')
const { saveLocalFacts } = await import('./save-local-facts.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')

const planner = { ...plannerOf('04'), accountId: 'planner' }
const desk = { vi: 'Văn phòng, số 101', en: 'Office, number 101' }
const edit = (code: string, value: typeof desk | null, seen = 0) => ({ code, value, seen })
const rowOf = (code: string, province = '04') => ownFacts(province).get(code)
const audits = () =>
  reader.sql.all<{ action: string }>("SELECT action FROM AuditEntry WHERE action = 'localFacts.edit'").length

beforeEach(async () => {
  await inTransaction(async (tx) => {
    await tx.localFact.deleteMany()
    await tx.auditEntry.deleteMany()
    await tx.account.upsert({
      where: { id: 'planner' },
      update: {},
      create: {
        id: 'planner',
        username: 'planner',
        displayName: 'Người lập',
        createdAt: new Date(),
      } as never,
    })
  })
})

describe('the list that ships', () => {
  test('is whole, and each default fits inside a sentence', () => {
    expect(readFactsOf('content').problems).toEqual([])
    expect(localFacts()).toHaveLength(19)
    for (const { default: words } of localFacts())
      for (const text of Object.values(words)) expect(text).not.toMatch(/^\s|[.:;]$|\s$/)
  })

  test('is told with its line where it is broken', () => {
    const yaml = 'facts:\n  - code: "a"\n    kind: colour\n'
    expect(readLocalFacts(yaml).problems.map(({ key, line }) => [key, line])).toContainEqual([
      'schema.value',
      3,
    ])
    expect(readFactsOf('content/nowhere').problems).toMatchObject([{ key: 'local.noFile' }])
  })
})

describe('the form', () => {
  const parse = (facts: unknown[]) => factsFormSchema.safeParse({ facts })
  const faults = (facts: unknown[]) =>
    (parse(facts).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)

  test('wants both languages, or neither', () => {
    const row = { code: 'help-desk', seen: '0' }
    expect(faults([{ ...row, vi: 'a' }, { ...row, en: 'b' }, row])).toEqual([
      'facts.0.en error.en',
      'facts.1.vi error.vi',
    ])
    expect(faults([{ ...row, vi: 'a', reset: 'yes' }])).toEqual([])
    expect(faults([{ ...row, vi: 'a'.repeat(121), en: 'b\u202E' }])).toEqual([
      'facts.0.vi error.long',
      'facts.0.en error.unseen',
    ])
  })

  test('takes one line in one way of writing', () => {
    const { data } = parse([{ code: 'x', seen: '3', vi: ' Phòng\n  ', en: ' An  office ' }])
    expect(editsOf(data!)).toEqual([{ code: 'x', seen: 3, value: { vi: 'Phòng', en: 'An office' } }])
  })
})

describe('saving', () => {
  test('puts what a province says in the place of the default, and only there', async () => {
    expect(await saveLocalFacts(planner, [edit('help-desk', desk), edit('ai-rule', null)])).toEqual({
      changed: ['help-desk'],
      stale: [],
    })
    expect(rowOf('help-desk')).toMatchObject({ value: desk, by: 'Người lập' })
    expect(rowOf('help-desk', '24')).toBeUndefined()
    expect(audits()).toBe(1)
    expect(listLocalFacts(planner).facts.find(({ code }) => code === 'help-desk')?.own?.value).toEqual(desk)
  })

  test('goes back to the default, and keeps what was said before', async () => {
    await saveLocalFacts(planner, [edit('help-desk', desk)])
    await saveLocalFacts(planner, [edit('help-desk', null, rowOf('help-desk')!.id)])
    expect(rowOf('help-desk')?.value).toBeNull()
    expect(reader.sql.all('SELECT 1 FROM LocalFact')).toHaveLength(2)
  })

  test('what says what the default says, or changes nothing, adds no row', async () => {
    const words = localFacts().find(({ code }) => code === 'help-desk')!.default
    expect((await saveLocalFacts(planner, [edit('help-desk', words)])).changed).toEqual([])
    expect(audits()).toBe(0)
  })

  test('of two pages the later one does not undo what it has not seen', async () => {
    await saveLocalFacts(planner, [edit('help-desk', desk)])
    // A page from before, on which this fact was left alone and another changed.
    expect(await saveLocalFacts(planner, [edit('help-desk', null), edit('ai-rule', desk)])).toEqual({
      changed: ['ai-rule'],
      stale: [],
    })
    expect(rowOf('help-desk')?.value).toEqual(desk)
    const other = { vi: 'Khác', en: 'Other' }
    expect(await saveLocalFacts(planner, [edit('help-desk', other), edit('share-system', desk)])).toEqual({
      changed: [],
      stale: ['help-desk'],
    })
    expect(rowOf('share-system')).toBeUndefined()
  })

  test('is for planners and administrators, of a fact that there is', async () => {
    await expect(saveLocalFacts(leaderOf('04', '01273'), [])).rejects.toThrow()
    await expect(
      saveLocalFacts(actorWith({ role: 'trainer', provinceCode: null, communeCode: null }), []),
    ).rejects.toThrow()
    await expect(saveLocalFacts(planner, [edit('no-such', desk)])).rejects.toThrow()
  })
})
