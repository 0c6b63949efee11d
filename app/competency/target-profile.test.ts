import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { allCompetencies, frameworkSchema, type Targets } from './framework'
import {
  expectedLength,
  levelField,
  profileFaults,
  profileFileSchema,
  profileFormSchema,
  targetChanges,
} from './target-profile'

const yaml = (file: string): unknown => parse(readFileSync(path.resolve('content', file), 'utf8'))
const framework = frameworkSchema.parse(yaml('frameworks/its.yaml'))
const codes = allCompetencies(framework).map(({ code }) => code)
const form = profileFormSchema(framework)
const profiles = fc
  .array(fc.tuple(fc.constantFrom(...codes), fc.integer({ min: 1, max: 3 })))
  .map((pairs): Targets => Object.fromEntries(pairs))

describe('the form of a profile', () => {
  it('gives back the levels that were chosen', () => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 0, max: 999 }), (targets, inForce) => {
        const typed = Object.fromEntries(
          Object.entries(targets).map(([code, level]) => [levelField(code), String(level)]),
        )
        expect(form.parse({ ...typed, inForce: String(inForce) })).toEqual({ targets, inForce })
      }),
    )
  })

  it('refuses a level that a quiz cannot show', () => {
    const result = form.safeParse({ 'level-7-3': '4' })
    expect(result.error?.issues.map(({ path: at, message }) => [at, message])).toEqual([
      [['level-7-3'], 'profile.level.unknown'],
    ])
  })
})

describe('the changes between two profiles', () => {
  it('are none for the same profile, and lead from one to the other', () => {
    fc.assert(
      fc.property(profiles, profiles, (before, after) => {
        expect(targetChanges(framework, before, before)).toEqual([])
        const reached = new Map(Object.entries(before))
        for (const { competency, from, to } of targetChanges(framework, before, after)) {
          expect(from).toBe(before[competency] ?? 0)
          if (to === 0) reached.delete(competency)
          else reached.set(competency, to)
        }
        expect(Object.fromEntries(reached)).toEqual(after)
      }),
    )
  })
})

describe('the profiles that ship', () => {
  const shipped = profileFileSchema.parse(yaml('places/profiles.yaml'))
  it('speak of competencies and levels that there are, in a length that a person can answer', () => {
    for (const { position, targets } of shipped.profiles) {
      expect([position, ...profileFaults(framework, targets)]).toEqual([position])
      expect(expectedLength(Object.keys(targets).length).items).toBeLessThanOrEqual(39)
    }
  })
  it('are named when they are wrong', () => {
    expect(profileFaults(framework, { '9.9': 1, '4.1': 4 })).toEqual([
      'the framework has no competency 9.9',
      '4.1: a quiz cannot show level 4',
    ])
  })
})

it('expects three items a competency', () => {
  expect(expectedLength(13)).toEqual({ items: 39, minutes: 25 })
  expect(expectedLength(0)).toEqual({ items: 0, minutes: 9 })
})
