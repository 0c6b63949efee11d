import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, isLocked, lockMinutes, maxFailures, minutesLocked, unlocked } from './lock'

const at = new Date('2026-11-21T03:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

test('the fifth failure locks for 15 minutes, and the lock ends by itself', () => {
  let state = unlocked
  for (let i = 0; i < 4; i += 1) state = afterFailure(state, at)
  expect(isLocked(state, at)).toBe(false)
  state = afterFailure(state, at)
  expect(isLocked(state, at)).toBe(true)
  expect(minutesLocked(state, at)).toBe(15)
  expect(isLocked(state, later(14.9))).toBe(true)
  expect(minutesLocked(state, later(14.9))).toBe(1)
  expect(isLocked(state, later(15))).toBe(false)
  expect(afterFailure(state, later(15))).toEqual({ failedCount: 1, lockedUntil: null })
})

test('a lock is never prolonged and never longer than 15 minutes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (gaps) => {
      let state = unlocked
      let minute = 0
      let open = 0
      for (const gap of gaps) {
        minute += gap
        const before = state
        state = afterFailure(state, later(minute))
        if (isLocked(before, later(minute))) expect(state).toBe(before)
        else open += 1
        if (isLocked(state, later(minute)))
          expect(minutesLocked(state, later(minute))).toBeLessThanOrEqual(lockMinutes)
      }
      expect(state.failedCount).toBe(open === 0 ? 0 : ((open - 1) % maxFailures) + 1)
    }),
  )
})
