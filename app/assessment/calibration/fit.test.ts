import { describe, expect, test } from 'vitest'
import { drawResponse } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { normalGrid } from '../numeric/quadrature'
import { mean } from '../numeric/statistics'
import { meanSquares, scoreChiSquares } from './fit'
import { blockOf } from './item-block'
import { eStep } from './marginal'
import { codeResponses } from './patterns'
import { abilityReliability, personFit } from './persons'

const bank: ItemParameters[] = Array.from({ length: 16 }, (_, j) =>
  j % 4 === 0
    ? { model: 'gpcm', a: 1, b: [-0.8, 0.4] }
    : { model: '2pl', a: 0.8 + 0.05 * j, b: -1.5 + 0.2 * j },
)
const quadrature = normalGrid(81)

/** Answers under the model, but item 1 by a coin and item 2 by a step at its difficulty. */
function answers(seed: string, strange: boolean): number[][] {
  const random = seeded(seed)
  return Array.from({ length: 3000 }, () => {
    const theta = normalDraw(random)
    return bank.map((p, j) => {
      if (strange && j === 1) return random() < 0.5 ? 1 : 0
      if (strange && j === 2 && p.model === '2pl') return theta > p.b ? 1 : 0
      return drawResponse(p, theta, random)
    })
  })
}

function squares(rows: number[][]) {
  const blocks = bank.map(blockOf)
  const { counts } = eStep(blocks, codeResponses(rows, bank.length).patterns, quadrature)
  return blocks.map((block, j) => meanSquares(block, quadrature.nodes, counts[j]!))
}

describe('item fit', () => {
  test('infit and outfit are 1 where the model holds', () => {
    for (const { infit, outfit } of squares(answers('fit', false))) {
      expect(Math.abs(infit! - 1)).toBeLessThan(0.06)
      expect(Math.abs(outfit! - 1)).toBeLessThan(0.15)
    }
  })

  test('a coin is noisier, a step more regular than the model', () => {
    const [, coin, step] = squares(answers('fit', true))
    expect(coin!.infit).toBeGreaterThan(1.15)
    expect(step!.infit).toBeLessThan(0.85)
  })

  test('S-X² rejects one item in twenty where the model holds, and a coin always', () => {
    const right = bank.filter((p) => p.model === '2pl')
    const blocks = right.map(blockOf)
    const simulate = (seed: string, coin: boolean) => {
      const rows = answers(seed, coin).map((row) => row.filter((_, j) => j % 4 !== 0))
      // True parameters: nothing is estimated.
      return scoreChiSquares(blocks, codeResponses(rows, right.length).patterns, quadrature, 0)
    }
    const values = Array.from({ length: 10 }, (_, i) =>
      simulate(`sx2 ${i}`, false).map((sx2) => sx2!.p!),
    ).flat()
    expect(mean(values.map((p) => (p < 0.05 ? 1 : 0)))).toBeLessThan(0.12)
    expect(mean(values)).toBeGreaterThan(0.4)
    expect(simulate('sx2', true)[0]!.p).toBeLessThan(1e-6)
  })

  test('S-X² is not there for missing cells or several categories', () => {
    const rows = answers('fit', false).slice(0, 50)
    const patterns = codeResponses(rows, bank.length).patterns
    expect(scoreChiSquares(bank.map(blockOf), patterns, quadrature, 2)).toEqual(bank.map(() => null))
  })
})

describe('person fit', () => {
  test('l_z is about N(0, 1) at the true ability and far below for answers turned over', () => {
    const random = seeded('lz')
    const long = [...bank, ...bank, ...bank]
    const values = Array.from({ length: 400 }, () => {
      const theta = normalDraw(random)
      return personFit(
        long.map((parameters) => ({ parameters, category: drawResponse(parameters, theta, random) })),
        theta,
      )!
    })
    expect(Math.abs(mean(values))).toBeLessThan(0.15)
    expect(Math.abs(mean(values.map((lz) => lz * lz)) - 1)).toBeLessThan(0.25)
    const turned = bank.flatMap((parameters) =>
      parameters.model === '2pl' ? [{ parameters, category: parameters.b > 0 ? 1 : 0 }] : [],
    )
    expect(personFit(turned, 0)).toBeLessThan(-3)
    expect(personFit(turned.slice(0, 1), 0)).toBeNull()
  })
})

test('reliability: EAP variance 1, error variance 0.25', () => {
  const persons = [-1, 1, -1, 1].map((eap) => ({ eap: eap * Math.sqrt(0.75), sd: 0.5 }))
  const { empirical, marginal } = abilityReliability(persons)
  expect(empirical).toBeCloseTo(1 / 1.25, 12)
  expect(marginal).toBeCloseTo(0.75, 12)
  expect(abilityReliability(persons.slice(1, 2))).toEqual({ empirical: null, marginal: null })
})
