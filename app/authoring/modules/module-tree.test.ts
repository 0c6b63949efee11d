import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, treeFrom } from '../form/form-tree'
import { emptyModule, freeCode, slug, type DraftModule } from './draft-module'
import { actedOn, restored } from './module-acts'
import { withCode, withLessonCodes } from './module-codes'
import { moduleFrom, moduleTree, shownBy } from './module-tree'

describe('a module and its form', () => {
  const words = fc.string({ maxLength: 30 }).map((text) => text.replace(/\r\n?/g, '\n').normalize('NFC'))
  const both = fc.record({ vi: words, en: words })
  const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/)
  const lesson = fc.record({
    ...{ code, minutes: fc.option(fc.integer({ min: 1, max: 30 })), title: both, aim: both, text: both },
  })
  const module: fc.Arbitrary<DraftModule> = fc.record({
    ...{ code, version: fc.constant(1), title: both, aim: both, guide: both },
    for: fc.subarray(['staff', 'team', 'citizen'] as const).map((all) => [...all]),
    competencies: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('1.1', '4.1', '4.2'),
        level: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { selector: ({ code: each }) => each, maxLength: 3 },
    ),
    requires: fc.uniqueArray(code, { maxLength: 3 }),
    practice: fc.uniqueArray(code, { maxLength: 3 }),
    lessons: fc
      .array(lesson, { minLength: 1, maxLength: 5 })
      .map((all) => all.map((each, i) => ({ id: `b${i + 1}`, ...each }))),
    quiz: fc.record({
      pass: fc.integer({ min: 1, max: 100 }),
      draw: fc.option(fc.integer({ min: 1, max: 30 })),
      items: fc.uniqueArray(code, { maxLength: 5 }),
    }),
    figures: fc.constant({}),
    moved: fc.constant({}),
  })

  test('what a form was filled with is what it says, as a whole and in each of its parts', () => {
    fc.assert(
      fc.property(module, fc.constantFrom('', 'about', 'quiz'), (draft, only) => {
        const whole = treeFrom(fieldsOf(moduleTree(draft)))
        const form = { ...shownBy({ only }, whole), only }
        expect(moduleFrom(form, draft)).toEqual({ data: draft })
      }),
    )
  })

  test('the form of one lesson changes that lesson and nothing else', () => {
    fc.assert(
      fc.property(module, fc.nat(), both, (draft, n, title) => {
        const at = n % draft.lessons.length
        const { id, text, aim } = draft.lessons[at]!
        const form = { only: 'lesson', lessons: [{ id, title, aim, text, minutes: '7' }] }
        const expected = draft.lessons.map((each, i) => (i === at ? { ...each, title, minutes: 7 } : each))
        expect(moduleFrom(form, draft)).toEqual({ data: { ...draft, lessons: expected } })
      }),
    )
  })

  test('a lesson that was deleted comes back where it stood, as it was', () => {
    fc.assert(
      fc.property(module, fc.nat(), (draft, n) => {
        const { id } = draft.lessons[n % draft.lessons.length]!
        const without = actedOn(draft, `remove.${id}`)
        expect(without.lessons.length).toBe(Math.max(1, draft.lessons.length - 1))
        expect(restored(without, draft, id)).toEqual(draft)
      }),
    )
  })

  test('moving down and up again changes nothing; what cannot move stays', () => {
    fc.assert(
      fc.property(module, fc.nat(), (draft, n) => {
        const at = n % draft.lessons.length
        const { id } = draft.lessons[at]!
        const down = actedOn(draft, `down.${id}`)
        if (at < draft.lessons.length - 1) expect(actedOn(down, `up.${id}`)).toEqual(draft)
        else expect(down).toEqual(draft)
      }),
    )
  })

  test('a number that is none is told at its field', () => {
    const form = { only: 'lesson', lessons: [{ id: 'b1', minutes: 'bảy' }] }
    expect(moduleFrom(form, emptyModule())).toEqual({ errors: { 'lessons.0.minutes': 'error.number' } })
    const long = { only: 'lesson', lessons: [{ id: 'b1', minutes: '31' }] }
    expect(moduleFrom(long, emptyModule())).toEqual({ errors: { 'lessons.0.minutes': 'error.field' } })
  })

  test('codes are made of Vietnamese titles, are never taken twice and stay once given', () => {
    expect(slug('Nhận biết thư lừa đảo (Đà Nẵng)')).toBe('nhan-biet-thu-lua-dao-da-nang')
    expect(freeCode('thu', (each) => ['thu', 'thu-2'].includes(each))).toBe('thu-3')
    const lessons = ['Kiểm tra thư', 'Kiểm tra thư', 'Quiz', ''].map((vi, i) => ({
      ...emptyModule().lessons[0]!,
      ...{ id: `b${i}`, title: { vi, en: '' } },
    }))
    const made = withLessonCodes({ ...emptyModule(), lessons })
    expect(made.lessons.map((each) => each.code)).toEqual(['kiem-tra-thu', 'kiem-tra-thu-2', 'quiz-2', 'bai'])
    expect(withLessonCodes(made)).toBe(made)
    const kept = { ...emptyModule(), code: 'thu' }
    expect(withCode(kept, () => false)).toBe(kept)
  })
})
