import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Framework } from '~/competency/framework'
import type { SurveyForm } from './form'
import {
  askedSteps,
  firstFixedForm,
  nextStep,
  parallelForms,
  planSitting,
  previousStep,
  sectionProgress,
  type ItemRef,
  type QuizPlan,
} from './plan'

const words = { vi: 'x', en: 'x' }
const quizOf = (code: string) => ({
  code,
  kind: 'quiz' as const,
  title: words,
  perCompetency: 2,
  levels: [1, 2],
})
const form: SurveyForm = {
  code: 'f',
  version: 1,
  respondent: 'person',
  framework: 'its',
  title: words,
  intro: words,
  minutes: 10,
  sections: [
    {
      code: 'work',
      kind: 'questions',
      title: words,
      questions: [{ code: 'place', kind: 'text', text: words, required: false, maxLength: 10 }],
    },
    { code: 'self', kind: 'self-assessment', title: words },
    quizOf('quiz'),
    quizOf('more'),
  ],
}
const competencies = ['1.1', '1.2', '2.1']
const framework = {
  domains: [{ competencies: competencies.map((code) => ({ code })) }],
} as unknown as Framework
const targets = { '1.1': 2, '2.1': 1 }
const item = (code: string, pilot = false, family: string | null = null): ItemRef => ({
  id: `${code}@1`,
  code,
  competency: code.slice(0, 3),
  level: Number(code[4]),
  pilot,
  family,
})
const bank = competencies.flatMap((competency) =>
  [1, 2].flatMap((level) => ['a', 'b', 'c', 'd'].map((letter) => item(`${competency}-${level}${letter}`))),
)
const plan = (change: Partial<QuizPlan> = {}, items = bank) =>
  planSitting(form, framework, targets, new Set(competencies), items, { ...firstFixedForm, ...change })
const items = (steps: ReturnType<typeof plan>, section = 'quiz') =>
  steps.filter((each) => each.kind === 'item' && each.section === section).map(({ step }) => step)

describe('the plan of a sitting', () => {
  it('asks what the target profile names, the easiest level first', () => {
    const steps = plan()
    expect(steps.slice(0, 3).map(({ step }) => step)).toEqual(['place', 'self-1.1', 'self-2.1'])
    expect(items(steps)).toEqual(['q-1.1-1a', 'q-2.1-1a', 'q-1.1-2a', 'q-2.1-2a'])
  })

  it('has parallel forms with the same competencies and levels, and other items', () => {
    const forms = Array.from({ length: parallelForms }, (_, parallel) => items(plan({ parallel })))
    expect(new Set(forms.flat()).size).toBe(parallelForms * 4)
    for (const each of forms)
      expect(each.map((step) => step.slice(0, -1))).toEqual(forms[0]!.map((step) => step.slice(0, -1)))
  })

  it('asks the one item that there is in every parallel form', () => {
    const few = bank.filter(({ code }) => code.endsWith('a'))
    expect(items(plan({ parallel: 2 }, few))).toEqual(items(plan({}, few)))
  })

  it('puts items on trial anywhere but at the start, for the competencies asked, unscored', () => {
    const trial = [item('1.1-1y', true), item('2.1-2y', true), item('1.2-1y', true)]
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 4 }), (seed, pilots) => {
        const steps = plan({ seed, pilots }, [...bank, ...trial]).filter(({ section }) => section === 'quiz')
        const tried = steps.flatMap((each, i) => ('pilot' in each && each.pilot ? [i] : []))
        expect(tried).toHaveLength(Math.min(pilots, 2))
        expect(Math.min(...tried, 3)).toBe(3)
        expect(steps.map(({ step }) => step)).not.toContain('q-1.2-1y')
        expect(steps.filter((_, i) => !tried.includes(i)).map(({ step }) => step)).toEqual(items(plan()))
      }),
    )
  })

  it('asks nobody two items of one family, pilots among them', () => {
    const clones = [item('1.1-1a', false, 'f'), item('1.1-1b', false, 'f'), item('1.1-1c', true, 'f')]
    const wide = { ...form, sections: [{ ...quizOf('quiz'), perCompetency: 4 }] }
    for (const parallel of [0, 1, 2]) {
      const quiz = { adaptive: false, parallel, pilots: 2, seed: 'a' }
      const steps = planSitting(
        wide,
        framework,
        targets,
        new Set(competencies),
        [...clones, ...bank.slice(4)],
        quiz,
      )
      expect(steps.filter(({ step }) => step.startsWith('q-1.1-1'))).toHaveLength(1)
    }
  })

  it('keeps the place of an adaptive quiz, and leaves another quiz of the same form out', () => {
    const steps = plan({ adaptive: true })
    expect(steps.at(-1)).toEqual({ step: 'q-quiz', section: 'quiz', kind: 'adaptive', ref: '' })
    expect(items(steps)).toEqual([])
    expect(items(steps, 'more')).toEqual([])
  })
})

describe('a quiz that its form composes', () => {
  const composed = (own: object): SurveyForm => ({
    ...form,
    sections: [{ code: 'quiz', kind: 'quiz', title: words, ...own }],
  })
  const asked = (own: object, quiz: QuizPlan = firstFixedForm) =>
    planSitting(composed(own), framework, targets, new Set(), bank, quiz).map(({ step }) => step)

  it('asks its list in its order, whoever answers, in an adaptive campaign too', () => {
    const codes = bank
      .slice(0, 3)
      .map(({ code }) => code)
      .toReversed()
    const steps = codes.map((code) => `q-${code}`)
    expect(asked({ items: codes })).toEqual(steps)
    expect(asked({ items: codes }, { ...firstFixedForm, adaptive: true })).toEqual(steps)
    expect(asked({ items: [...codes, 'gone', codes[0]!] })).toEqual(steps)
  })

  it('mixes the order where the section asks for it, but never on paper', () => {
    const own = { items: bank.map(({ code }) => code), shuffle: true }
    const orders = ['a', 'b', 'c'].map((seed) => asked(own, { ...firstFixedForm, seed, shuffle: true }))
    for (const order of orders) expect(order.toSorted()).toEqual(asked(own).toSorted())
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1)
    expect(asked(own, { ...firstFixedForm, seed: 'a' })).toEqual(asked(own))
  })

  it('asks so many of each cell of a blueprint, the lowest level first', () => {
    const cells = bank
      .filter(({ pilot }) => !pilot)
      .map(({ competency, level }) => ({ competency, level, count: 1 }))
    const one = cells.filter(
      (cell, i) => cells.findIndex((each) => JSON.stringify(each) === JSON.stringify(cell)) === i,
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(one, { minLength: 1 }), fc.nat(2), (blueprint, parallel) => {
        const steps = asked({ blueprint }, { ...firstFixedForm, parallel })
        const levels = steps.map((step) => bank.find(({ code }) => `q-${code}` === step)!)
        expect(steps).toHaveLength(blueprint.length)
        expect(levels.map(({ level }) => level)).toEqual(levels.map(({ level }) => level).toSorted())
        expect(levels.map(({ competency, level }) => ({ competency, level, count: 1 }))).toEqual(
          expect.arrayContaining(blueprint),
        )
      }),
    )
  })
})

describe('questions with a condition', () => {
  it('are planned like all others, and asked where they are not hidden', () => {
    const steps = plan()
    expect(askedSteps(steps, new Set())).toEqual(steps)
    expect(askedSteps(steps, new Set(['place'])).map(({ step }) => step)).toEqual(
      steps.filter(({ step }) => step !== 'place').map(({ step }) => step),
    )
    const ruled = {
      ...form,
      sections: form.sections.map((section) =>
        section.kind === 'questions'
          ? {
              ...section,
              questions: section.questions.map((each) => ({
                ...each,
                showIf: { question: 'other', is: 'answered' as const },
              })),
            }
          : section,
      ),
    }
    expect(planSitting(ruled, framework, targets, new Set(competencies), bank)).toEqual(
      planSitting(form, framework, targets, new Set(competencies), bank),
    )
  })
})

describe('the way through a sitting', () => {
  it('ends with its section, in both directions', () => {
    const steps = plan()
    expect(nextStep(steps, 'self-1.1')?.step).toBe('self-2.1')
    expect(nextStep(steps, 'self-2.1')).toBeNull()
    expect(previousStep(steps, 'self-1.1')).toBeNull()
  })

  it('tells of an adaptive quiz the most that it asks, and where it goes on', () => {
    const chosen = [{ step: 'q-1.1-1a', section: 'quiz', kind: 'item', ref: '1.1-1a@1' }] as const
    const quiz = { section: 'quiz', most: 30, next: 'q-1.1-1a' }
    const [, , progress] = sectionProgress(form, [...chosen], new Set(), new Set(), quiz)
    expect(progress).toEqual({ code: 'quiz', steps: 1, answered: 0, next: 'q-1.1-1a', most: 30 })
  })
})
