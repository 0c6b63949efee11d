import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { surveyFormSchema } from '~/assessment/form'
import { itemFaults, itemFileSchema, type Item } from '~/assessment/item'
import { allCompetencies, frameworkSchema, measurableLevels } from '~/competency/framework'
import { selfAssessmentSchema } from '~/competency/self-assessment'
import { profileFaults, profileFileSchema } from '~/competency/target-profile'
import { filesUnder, readText } from './sources'

const load = (file: string): unknown => parse(readText(file))
const framework = frameworkSchema.parse(load('content/frameworks/its.yaml'))
const codes = allCompetencies(framework).map(({ code }) => code)
const levels = measurableLevels(framework).map(({ level }) => level)
const items = filesUnder('content/items', /\.yaml$/).flatMap((file): Item[] => {
  const { competency, items: own } = itemFileSchema.parse(load(file))
  return own.map((item) => ({ ...item, competency }))
})
const measuring = items.filter(({ purpose }) => purpose === 'measure')
const everyFile = filesUnder('content', /\.yaml$/)

/** Every pair of texts in a file, wherever it stands. */
function pairs(value: unknown): { vi: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'vi' in value || 'en' in value ? [value as { vi: string; en: string }] : []
  return [...own, ...Object.values(value).flatMap(pairs)]
}

test.each(everyFile)('%s is NFC, and each text stands in both languages', (file) => {
  const text = readText(file)
  expect(text).toBe(text.normalize('NFC'))
  for (const { vi, en } of pairs(load(file))) {
    expect(vi?.trim(), `Vietnamese beside "${en}"`).toBeTruthy()
    expect(en?.trim(), `English beside "${vi}"`).toBeTruthy()
  }
})

describe('items', () => {
  test('are at least 96 that measure, without a fault, each code once', () => {
    expect(measuring.length).toBeGreaterThanOrEqual(96)
    expect(items.flatMap((item) => itemFaults(item).map((fault) => `${item.code}: ${fault}`))).toEqual([])
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
  })

  test.each(codes)('measure competency %s at every level that a quiz can show', (competency) => {
    const own = measuring.filter((item) => item.competency === competency)
    expect(levels.filter((level) => !own.some((item) => item.level === level))).toEqual([])
  })

  test('do not give the key away by its place or its length', () => {
    const single = measuring.flatMap((item) => (item.kind === 'single' ? [item] : []))
    const places = [0, 1, 2, 3].map(
      (place) => single.filter(({ options }) => options[place]?.correct).length / single.length,
    )
    for (const share of places) expect(share).toBeGreaterThan(0.15)
    const longest = single.filter(({ options }) => {
      const lengths = options.map(({ vi }) => vi.length)
      return options[lengths.indexOf(Math.max(...lengths))]?.correct
    })
    expect(longest.length / single.length).toBeLessThan(0.35)
  })

  test('say the same number of parts and no text twice', () => {
    for (const item of items) {
      const parts = 'options' in item ? item.options : 'steps' in item ? item.steps : []
      for (const locale of ['vi', 'en'] as const)
        expect(new Set(parts.map((part) => part[locale])).size, item.code).toBe(parts.length)
    }
  })
})

test('the self-assessment asks about every competency once', () => {
  const asked = filesUnder('content/frameworks/self-assessment', /\.yaml$/).flatMap((file) =>
    selfAssessmentSchema.parse(load(file)).questions.map(({ competency }) => competency),
  )
  expect([...asked].sort()).toEqual([...codes].sort())
})

test('target profiles name positions that ship and levels that a quiz can show', () => {
  const { profiles } = profileFileSchema.parse(load('content/places/profiles.yaml'))
  expect(
    profiles.flatMap(({ position, targets }) =>
      profileFaults(framework, targets).map((fault) => `${position}: ${fault}`),
    ),
  ).toEqual([])
  const known = readText('content/places/positions.yaml')
  expect(profiles.filter(({ position }) => !known.includes(position))).toEqual([])
})

test('the survey forms name the framework and ask every code once', () => {
  const forms = filesUnder('content/forms', /\.yaml$/).map((file) => surveyFormSchema.parse(load(file)))
  expect(new Set(forms.map(({ respondent }) => respondent))).toEqual(new Set(['person', 'commune']))
  for (const form of forms) {
    const asked = form.sections.flatMap((section) =>
      section.kind === 'questions' ? section.questions.map(({ code }) => code) : [],
    )
    expect(new Set(asked).size, form.code).toBe(asked.length)
  }
})
