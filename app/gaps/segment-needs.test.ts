import { expect, it } from 'vitest'
import type { Framework } from '~/competency/framework'
import { segmentNeeds } from './segment-needs'

const domain = (code: string, competencies: string[]) => ({
  code,
  competencies: competencies.map((each) => ({ code: each })),
})
const framework = { domains: [domain('0', ['0.1', '0.2']), domain('1', ['1.1'])] } as unknown as Framework
const targets = [
  { competency: '0.1', level: 2, n: 30 },
  { competency: '0.1', level: 3, n: 10 },
  { competency: '1.1', level: 2, n: 5 },
]
const segment = (distances: (number | null)[]) => ({
  domains: distances.map((distance, at) => ({ domain: at, distance, n: 10 })),
})

it('asks for the usual level less what the domain lacks, of competencies that positions need', () => {
  expect(segmentNeeds(segment([-0.5, null]), framework, targets, () => 1.3)).toEqual([
    { competency: '0.1', target: 2, level: 1 },
  ])
  expect(segmentNeeds(segment([-2.4, -0.3]), framework, targets, () => 1.3)).toEqual([
    { competency: '0.1', target: 2, level: 0 },
    { competency: '1.1', target: 2, level: 1 },
  ])
})

it('asks for nothing where a domain is reached', () => {
  expect(segmentNeeds(segment([-0.2, 0.8]), framework, targets, () => 1.3)).toEqual([])
})

it('counts levels by the width that the standard gives them', () => {
  const [own] = segmentNeeds(segment([-2.4, null]), framework, targets, () => 2)
  expect(own).toEqual({ competency: '0.1', target: 2, level: 1 })
})
