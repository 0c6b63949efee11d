import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question, ShowIf, SurveyForm } from './form'
import { hiddenQuestions, holds, showIfFaults } from './show-if'

const both = (text: string) => ({ vi: text, en: text })
const single = (code: string, showIf?: ShowIf): Question => ({
  ...{ code, kind: 'single', text: both(code), required: true, showIf },
  options: ['yes', 'no'].map((id) => ({ id, ...both(id) })),
})
const number = (code: string, showIf?: ShowIf): Question => ({
  ...{ code, kind: 'number', text: both(code), required: true, min: 0, max: 10, showIf },
})
const form = (...questions: Question[]): Pick<SurveyForm, 'sections'> => ({
  sections: [{ code: 's1', kind: 'questions', title: both('s1'), questions }],
})
const yes = (question: string): ShowIf => ({ question, is: ['yes'] })
const hidden = (of: Pick<SurveyForm, 'sections'>, answers: Record<string, string | number | string[]>) => [
  ...hiddenQuestions(of, (code) => answers[code] ?? null),
]

describe('a condition', () => {
  it('holds for an option, a number within bounds, or any answer', () => {
    expect(holds({ question: 'a', is: ['x', 'y'] }, 'y')).toBe(true)
    expect(holds({ question: 'a', is: ['x'] }, ['y', 'x'])).toBe(true)
    expect(holds({ question: 'a', is: ['x'] }, ['y'])).toBe(false)
    expect([0, 1, 5, 6].map((n) => holds({ question: 'a', is: { min: 1, max: 5 } }, n))).toEqual([
      ...[false, true, true, false],
    ])
    expect(holds({ question: 'a', is: { min: 3 } }, 300)).toBe(true)
    expect(holds({ question: 'a', is: 'answered' }, 'x')).toBe(true)
  })

  it('never holds without an answer, or for one that was left empty', () => {
    for (const is of ['answered', ['x'], {}] as const)
      expect([null, []].map((answer) => holds({ question: 'a', is: is }, answer))).toEqual([
        ...[false, false],
      ])
  })
})

describe('questions that are not asked', () => {
  it('are those whose condition does not hold, and those that hang on them', () => {
    const chain = form(single('a'), single('b', yes('a')), number('c', yes('b')), single('d'))
    expect(hidden(chain, {})).toEqual(['b', 'c'])
    expect(hidden(chain, { a: 'yes' })).toEqual(['c'])
    expect(hidden(chain, { a: 'yes', b: 'yes' })).toEqual([])
    // The answer to b is there still, but b is not asked any more.
    expect(hidden(chain, { a: 'no', b: 'yes' })).toEqual(['b', 'c'])
  })

  it('are none where there are no conditions, or where all of them hold', () => {
    const answer = fc.constantFrom('yes', 'no')
    fc.assert(
      fc.property(fc.array(answer, { minLength: 6, maxLength: 6 }), fc.nat(4), (answers, from) => {
        const plain = Array.from({ length: 6 }, (_, i) => single(`q${i}`))
        const given = Object.fromEntries(answers.map((each, i) => [`q${i}`, each]))
        expect(hidden(form(...plain), given)).toEqual([])
        const holding = plain.map((each, i): Question =>
          i > from ? { ...each, showIf: { question: `q${from}`, is: [answers[from]!] } } : each,
        )
        expect(hidden(form(...holding), given)).toEqual([])
      }),
    )
  })
})

describe('the conditions of a form', () => {
  const faults = (...questions: Question[]) =>
    showIfFaults(form(...questions)).map(({ question, key }) => [question, key])

  it('name questions that come before: nothing goes round in a circle', () => {
    expect(faults(single('a'), single('b', yes('a')))).toEqual([])
    expect(faults(single('a', yes('a')))).toEqual([['a', 'form.showIfLater']])
    expect(faults(single('a', yes('b')), single('b', yes('a')))).toEqual([['a', 'form.showIfLater']])
    expect(faults(single('a', yes('z')))).toEqual([['a', 'form.showIfGone']])
  })

  it('can hold: their options are there, their numbers can be typed', () => {
    const never = [['b', 'form.showIfNever']]
    expect(faults(single('a'), single('b', { question: 'a', is: ['maybe'] }))).toEqual(never)
    expect(faults(number('a'), single('b', { question: 'a', is: ['yes'] }))).toEqual(never)
    expect(faults(number('a'), single('b', { question: 'a', is: { min: 11 } }))).toEqual(never)
    expect(faults(number('a'), single('b', { question: 'a', is: { min: 5, max: 4 } }))).toEqual(never)
    expect(faults(number('a'), single('b', { question: 'a', is: { max: 0 } }))).toEqual([])
  })
})
