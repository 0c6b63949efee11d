import { expect, test } from 'vitest'
import { actorWith, administrator, leaderOf, plannerOf } from '../../../tests/builders/actors'
import { person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { storedModule } from '../../../tests/builders/module'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { profilesInForce } = await import('~/competency/target-profiles.server')
const { currentModule } = await import('../modules.server')
const { openLesson } = await import('../progress.server')
const { groupPath } = await import('./library.server')
const { listPaths, ownPaths, viewPath } = await import('./position-paths.server')

const statistics = 'office-statistics'
const somebody = await person({ provinceCode: '04', communeCode: '01273', positionCode: statistics })

test('every position that works has a path, and each of its needs is learned somewhere or listed as missing', () => {
  const groups = listPaths(plannerOf('04'), 'vi')
  const listed = groups.flatMap(({ positions }) => positions)
  const profiles = profilesInForce(reader, '04')
  expect(listed.length).toBeGreaterThan(20)
  for (const { code, modules, minutes } of listed) {
    const { path, needed } = viewPath(plannerOf('04'), code, 'vi')
    expect(needed.map((each) => each.code).sort()).toEqual(Object.keys(profiles.get(code)!.targets).sort())
    expect(path.steps).toHaveLength(modules)
    expect(path.minutes + path.practiceMinutes).toBe(minutes)
    for (const row of needed)
      expect(row.steps.length > 0 || path.missing.some((each) => each.code === row.code)).toBe(true)
    for (const { covers, before } of path.steps) expect(covers.length > 0 || before !== null).toBe(true)
  }
})

test('the profile that the province made counts, there and nowhere else', async () => {
  await inTransaction((tx) =>
    tx.targetProfile.create({
      data: {
        positionCode: 'transport',
        provinceCode: '04',
        targets: JSON.stringify({ '4.1': 2 }),
        createdAt: new Date(),
        createdBy: 'test',
        frameworkCode: 'its',
      },
    }),
  )
  expect(viewPath(plannerOf('04'), 'transport', 'vi')).toMatchObject({
    adapted: true,
    needed: [{ code: '4.1', level: 'Trung cấp', steps: [1] }],
    path: { steps: [{ code: 'infosec' }], missing: [] },
  })
  expect(viewPath(plannerOf('08'), 'transport', 'vi').needed.length).toBeGreaterThan(1)
})

test('one sees how far one is on the path of an own position, and on no other', async () => {
  const [first] = viewPath(somebody, statistics, 'vi').path.steps
  expect(viewPath(somebody, statistics, 'vi').standings![first!.code]).toBe('new')
  const module = currentModule(first!.code)!
  const learner = { kind: 'person', actor: somebody, personId: somebody.personId } as const
  await openLesson(learner, module, module.lessons[0]!.code, { setCookie: () => undefined })
  expect(viewPath(somebody, statistics, 'vi').standings![first!.code]).toBe('begun')
  expect(viewPath(somebody, 'finance', 'vi').standings).toBeNull()
  expect(viewPath(plannerOf('04'), statistics, 'vi').standings).toBeNull()
  const own = listPaths(somebody, 'en').flatMap(({ positions }) => positions.filter((each) => each.own))
  expect(own.map(({ code }) => code)).toEqual([statistics])
  expect(ownPaths(somebody, 'vi')).toEqual([{ code: statistics, name: expect.any(String) as string }])
  expect(ownPaths(plannerOf('04'), 'vi')).toEqual([])
  expect(ownPaths(null, 'vi')).toEqual([])
})

test('a new module changes the path by itself', async () => {
  const before = viewPath(plannerOf('04'), statistics, 'vi').path
  const gap = before.missing[0]!
  await storedModule({ code: 'fills-the-gap', competencies: [{ code: gap.code, level: 8 }] })
  const after = viewPath(plannerOf('04'), statistics, 'vi').path
  expect(after.missing.map(({ code }) => code)).not.toContain(gap.code)
  expect(after.steps.map(({ code }) => code)).toContain('fills-the-gap')
})

test('a group gets the path to what it lacks, and nothing else', () => {
  const path = groupPath([{ competency: '4.1', level: 1, target: 2 }], 'vi')
  expect(path.steps).toMatchObject([{ code: 'infosec', covers: [{ code: '4.1' }] }])
  expect(groupPath([], 'vi')).toMatchObject({ steps: [], missing: [] })
})

test('an unknown position is not found, one out of use neither; all roles that read modules may read', async () => {
  expect(() => viewPath(somebody, 'no-such-position', 'vi')).toThrow(expect.objectContaining({ status: 404 }))
  await inTransaction((tx) => tx.position.update({ where: { code: 'trade' }, data: { active: false } }))
  expect(() => viewPath(somebody, 'trade', 'vi')).toThrow(expect.objectContaining({ status: 404 }))
  const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
  for (const actor of [trainer, administrator, leaderOf('04', '01273')])
    expect(viewPath(actor, statistics, 'vi').path.steps.length).toBeGreaterThan(0)
  expect(() => listPaths(actorWith(), 'vi')).toThrow(expect.objectContaining({ status: 403 }))
})
