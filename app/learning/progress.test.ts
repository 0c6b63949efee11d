import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goOn, isFinished, lessonsRead, standingOf, type Progress } from './progress'

const codes = ['one', 'two', 'three', 'four', 'five']
const lessonsOf = (some: string[], version = 1) => ({ version, lessons: some.map((code) => ({ code })) })
const anyModule = fc.shuffledSubarray(codes, { minLength: 1 }).map(lessonsOf)
const day = '2026-11-01T00:00:00.000Z'

const begun = (over: Partial<Progress> = {}): Progress => ({
  moduleCode: 'trial',
  read: [],
  lastLesson: null,
  lastAt: day,
  bestScore: null,
  passedAt: null,
  passedVersion: null,
  finishedAt: null,
  finishedVersion: null,
  ...over,
})
const anyProgress = fc
  .record({
    read: fc.uniqueArray(fc.constantFrom(...codes, 'withdrawn')),
    lastLesson: fc.option(fc.constantFrom(...codes, 'withdrawn')),
    passedVersion: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map(begun)

describe('the rule of finishing', () => {
  it('wants every lesson of the version read and its quiz or a later one passed, and nothing else', () => {
    fc.assert(
      fc.property(anyModule, fc.integer({ min: 1, max: 3 }), anyProgress, (module, version, progress) => {
        const all = module.lessons.every(({ code }) => progress.read.includes(code))
        const passed = progress.passedVersion !== null && progress.passedVersion >= version
        expect(isFinished({ ...module, version }, progress)).toBe(all && passed)
      }),
    )
    expect(isFinished(lessonsOf(['one']), null)).toBe(false)
  })

  it('stays met when a version has fewer lessons, and counts only those that it has', () => {
    fc.assert(
      fc.property(anyModule, anyProgress, (module, progress) => {
        const fewer = lessonsOf(
          module.lessons.slice(1).map(({ code }) => code),
          module.version,
        )
        if (isFinished(module, progress)) expect(isFinished(fewer, progress)).toBe(true)
        expect(lessonsRead(module, progress)).toBeLessThanOrEqual(module.lessons.length)
      }),
    )
  })
})

describe('where to go on', () => {
  it('is a lesson that was not read, or the quiz once all are', () => {
    fc.assert(
      fc.property(anyModule, fc.option(anyProgress), (module, progress) => {
        const to = goOn(module, progress)
        const left = module.lessons.length - lessonsRead(module, progress)
        expect(to.kind).toBe(left > 0 ? 'lesson' : 'quiz')
        if (to.kind !== 'lesson') return
        expect(module.lessons.map(({ code }) => code)).toContain(to.code)
        expect(progress?.read ?? []).not.toContain(to.code)
      }),
    )
  })

  it('reading on from there reaches the quiz in as many steps as there are lessons left', () => {
    fc.assert(
      fc.property(anyModule, anyProgress, (module, progress) => {
        let now = progress
        for (let left = module.lessons.length - lessonsRead(module, now); left > 0; left--) {
          const to = goOn(module, now)
          if (to.kind !== 'lesson') throw new Error('too early')
          now = { ...now, read: [...now.read, to.code], lastLesson: to.code }
        }
        expect(goOn(module, now)).toEqual({ kind: 'quiz' })
      }),
    )
  })

  it.each([
    [null, { kind: 'lesson', code: 'one' }],
    [begun({ lastLesson: 'two' }), { kind: 'lesson', code: 'two' }],
    [begun({ lastLesson: 'two', read: ['two'] }), { kind: 'lesson', code: 'three' }],
    [begun({ lastLesson: 'three', read: ['two', 'three'] }), { kind: 'lesson', code: 'one' }],
    [begun({ lastLesson: 'withdrawn', read: ['one'] }), { kind: 'lesson', code: 'two' }],
    [begun({ read: ['one', 'two', 'three'] }), { kind: 'quiz' }],
    [begun({ finishedAt: day, finishedVersion: 1 }), { kind: 'done' }],
    [begun({ finishedAt: day, finishedVersion: 2 }), { kind: 'done' }],
  ])('%#', (progress, to) => {
    expect(goOn(lessonsOf(['one', 'two', 'three']), progress)).toEqual(to)
  })
})

it('leads who finished an earlier version through the new one, as finished as before', () => {
  const finished = begun({ read: ['one'], passedVersion: 1, finishedAt: day, finishedVersion: 1 })
  const next = lessonsOf(['one', 'two'], 2)
  expect(goOn(next, finished)).toEqual({ kind: 'lesson', code: 'two' })
  expect(goOn(next, { ...finished, read: ['one', 'two'] })).toEqual({ kind: 'quiz' })
  expect(standingOf(finished)).toBe('finished')
})

it('says in one word how far somebody is', () => {
  expect([null, begun(), begun({ finishedAt: day })].map(standingOf)).toEqual(['new', 'begun', 'finished'])
})
