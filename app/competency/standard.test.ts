import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { allCompetencies, frameworkSchema, measurableLevels } from './framework'
import { levelOfAbility, standardFaults, standardSchema, thresholdOf, type Standard } from './standard'

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))
const framework = frameworkSchema.parse(read('content/frameworks/its.yaml'))
const shipped = standardSchema.parse(read('content/measurement/its.yaml'))
const levels = measurableLevels(framework).map(({ level }) => level)
const first = allCompetencies(framework)[0]!.code

const changed = (setting: Partial<Standard['setting']>): Standard => ({
  ...shipped,
  setting: { ...shipped.setting, ...setting },
})

test('the standard that ships has no fault', () => {
  expect(standardFaults(shipped, framework)).toEqual([])
})

test('a competency that the framework lacks is told', () => {
  const values = { competency: '9.9' }
  expect(standardFaults(changed({ own: { '9.9': { 1: 0 } } }), framework)).toEqual([
    { key: 'standard.competency', values },
  ])
})

test('a level without a threshold is told for each competency', () => {
  const { [String(levels[0])]: _, ...thresholds } = shipped.setting.thresholds
  const faults = standardFaults(changed({ thresholds, own: {} }), framework)
  expect(faults).toHaveLength(allCompetencies(framework).length)
  expect(faults[0]).toEqual({
    key: 'standard.level',
    values: { competency: first, level: String(levels[0]) },
  })
})

test('thresholds that do not rise are told, those of a competency of its own among shared ones, too', () => {
  const second = shipped.setting.thresholds[levels[1]!]!
  const own = { [first]: { [levels[0]!]: second } }
  expect(standardFaults(changed({ own }), framework)).toEqual([
    { key: 'standard.order', values: { competency: first } },
  ])
  expect(thresholdOf(changed({ own }), first, levels[0]!)).toBe(second)
})

test('a level is reached at its threshold', () => {
  const thresholds = [
    { level: 1, from: -1 },
    { level: 2, from: 0.5 },
  ]
  expect([-1.01, -1, 0.49, 0.5, 9].map((ability) => levelOfAbility(thresholds, ability))).toEqual([
    0, 1, 1, 2, 2,
  ])
})
