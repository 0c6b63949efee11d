import { describe, expect, it } from 'vitest'
import { drawnAreas } from '../../../tests/builders/areas'
import { fayHerriot, type AreaInput } from './fay-herriot'
import { parseAreas } from './parse-areas'

function areas(text: string): AreaInput {
  const read = parseAreas(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.table
}

describe('the area-level model', () => {
  // Equal sampling variances ψ = 2 and no covariate: σ² is the sample variance 20/3 less 2, all else follows by hand.
  const fit = fayHerriot(areas('area,estimate,variance\nA,1,2\nB,3,2\nC,5,2\nD,7,2\nE,,\n'))

  it('agrees with a case worked by hand', () => {
    expect(fit.modelVariance.estimate).toBeCloseTo(14 / 3, 9)
    expect(fit.modelVariance.standardError).toBeCloseTo(Math.sqrt(2 / (4 * 0.15 ** 2)), 9)
    expect(fit.coefficients[0]).toMatchObject({
      name: 'intercept',
      estimate: expect.closeTo(4, 12) as number,
    })
    expect(fit.coefficients[0]!.standardError).toBeCloseTo(Math.sqrt(5 / 3), 9)
    expect(fit.estimates[0]!.eblup).toBeCloseTo(4 + 0.7 * (1 - 4), 9)
    // g1 = 2 · 0.7, g2 = 0.3² · 5/3, g3 = 0.3² · (2 / (4 · 0.15²)) / (20/3)
    expect(fit.estimates[0]!.mse).toBeCloseTo(1.4 + 0.15 + 2 * 0.3, 9)
    expect(fit.fit.logLikelihood).toBeCloseTo(-0.5 * (4 * Math.log((2 * Math.PI * 20) / 3) + 3), 9)
    expect(fit.fit.converged).toBe(true)
  })

  it('gives an area without a sample the value of the regression and its error', () => {
    expect(fit.estimates[4]).toMatchObject({ area: 'E', direct: null, synthetic: true, weight: 0 })
    expect(fit.estimates[4]!.eblup).toBeCloseTo(4, 9)
    expect(fit.estimates[4]!.mse).toBeCloseTo(14 / 3 + 5 / 3, 9)
  })

  it('recognises a variance of zero and says so', () => {
    const flat = fayHerriot(areas('area,estimate,variance\nA,1,10\nB,3,10\nC,5,10\nD,7,10\n'))
    expect(flat.modelVariance).toMatchObject({ estimate: 0, zero: true })
    expect(flat.notes).toContainEqual({ key: 'note.zeroVariance' })
    expect(flat.estimates.map(({ eblup }) => eblup)).toEqual([4, 4, 4, 4])
  })

  it('stays at the maximum of the restricted likelihood where variances differ', () => {
    const input = drawnAreas('3', 40, 0.5, { from: 0.05, to: 0.5 }).input
    const { estimate } = fayHerriot(input).modelVariance
    const scaled = (by: number) => ({
      ...input,
      estimate: input.estimate.map((y) => y! * by),
      variance: input.variance.map((v) => v! * by * by),
    })
    expect(fayHerriot(scaled(1e6)).modelVariance.estimate / 1e12 / estimate).toBeCloseTo(1, 7)
    expect(fayHerriot(scaled(1e-6)).modelVariance.estimate * 1e12).toBeCloseTo(estimate, 7)
  })

  it('covers nine of ten true values', () => {
    let covered = 0
    const sets = 150
    for (let seed = 0; seed < sets; seed += 1) {
      const { input, truth } = drawnAreas(String(seed), 56, 1, { from: 0.3, to: 1 })
      covered += fayHerriot(input).estimates.filter(
        ({ low, high }, d) => low <= truth[d]! && truth[d]! <= high,
      ).length
    }
    expect(covered / (sets * 56)).toBeGreaterThan(0.88)
    expect(covered / (sets * 56)).toBeLessThan(0.92)
  })
})
