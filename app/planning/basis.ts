import { z } from 'zod'
import { normalCdf, normalQuantile } from '~/assessment/numeric/normal'
import { isShown, type Figure } from '~/gaps/figures'
import { z90 } from '~/gaps/wilson'

/** A figure on the probit scale and its standard error there; null where nothing may be said. */
const margin = z.tuple([z.number(), z.number()]).nullable()
export type Margin = z.infer<typeof margin>

/**
 * What a plan rests on, copied from a released campaign so that the plan outlives it. Of each competency: `centre`, the
 * probit of the province's share below target, and by how much each commune and each position stands above it. No figure of
 * a commune's position is kept: it follows from these (shareBelow). `sd`: how people of one group spread, in logits.
 */
export const basisSchema = z.object({
  version: z.literal(1),
  campaign: z.object({ title: z.object({ vi: z.string(), en: z.string() }), closedAt: z.string() }),
  method: z.string(),
  sample: z.boolean(),
  sd: z.number().positive(),
  competencies: z.array(z.object({ code: z.string(), domain: z.string() })),
  centre: z.array(margin),
  communes: z.array(z.object({ code: z.string(), above: z.array(margin) })),
  /** `needs`: indices of the competencies of the position's target profile. */
  positions: z.array(
    z.object({
      code: z.string(),
      department: z.string(),
      needs: z.array(z.number().int()),
      above: z.array(margin),
    }),
  ),
  /** Commune, position (indices) and people asked, whether they answered or not. */
  groups: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int().positive()])),
})

export type Basis = z.infer<typeof basisSchema>

/** What the basis is made from: figures as released and shown, never one that is hidden, never a person's. */
export type BasisSource = Pick<Basis, 'campaign' | 'method' | 'sample' | 'sd' | 'competencies' | 'groups'> & {
  communes: string[]
  positions: Omit<Basis['positions'][number], 'above'>[]
  /** Figure of a place ('' for the province) and position (null for everybody); `measure`: a competency, or 'd:' and a domain. */
  figure: (place: string, position: string | null, measure: string) => Figure
  /** How communes and positions spread about the province, in logits: the error of one that nothing is known of. */
  spread: { commune: number; position: number }
}

const least = 0.005
const inside = (share: number) => Math.min(1 - least, Math.max(least, share))
const digits = (value: number) => Math.round(value * 10_000) / 10_000

/** The probit of a shown share; its error is half of the width of the 90 % interval there, in standard deviations. */
function probitOf(figure: Figure): NonNullable<Margin> | null {
  if (!isShown(figure)) return null
  const [low, high] = [normalQuantile(inside(figure.low)), normalQuantile(inside(figure.high))]
  return [normalQuantile(inside(figure.share)), Math.max(0.01, (high - low) / (2 * z90))]
}

/**
 * The shares below target of each commune and position, additive on the probit scale: Φ⁻¹(commune) + Φ⁻¹(position) −
 * Φ⁻¹(province). Where a competency's figure is not shown its domain's stands in (against the province's domain), and where
 * that is not shown either the province's, with the spread of communes or positions as its error. The centre of each
 * competency is then set so that the groups together have the province's released share: the plan and the report say the same.
 */
export function makeBasis(source: BasisSource): Basis {
  const { competencies, communes, positions, figure, groups, spread, sd } = source
  const measures = competencies.map(({ code, domain }) => [code, `d:${domain}`])
  const above = (place: string, position: string | null, unknown: number): Margin[] =>
    measures.map((ways) => {
      for (const measure of ways) {
        const [own, whole] = [probitOf(figure(place, position, measure)), probitOf(figure('', null, measure))]
        if (own && whole) return [digits(own[0] - whole[0]), digits(own[1])]
      }
      return [0, digits(unknown / sd)]
    })
  const basis: Basis = {
    version: 1,
    campaign: source.campaign,
    method: source.method,
    sample: source.sample,
    sd: digits(sd),
    competencies,
    centre: measures.map((ways) => {
      const found = ways.map((measure) => probitOf(figure('', null, measure))).find((each) => each !== null)
      return found ? [found[0], digits(found[1])] : null
    }),
    communes: communes.map((code) => ({ code, above: above(code, null, spread.commune) })),
    positions: positions.map((each) => ({ ...each, above: above('', each.code, spread.position) })),
    groups,
  }
  return {
    ...basis,
    centre: basis.centre.map((centre, k) => centre && [digits(centred(basis, k, centre[0])), centre[1]]),
  }
}

/** The centre at which the people who need competency `k` have together the share Φ(`probit`), by bisection. */
function centred(basis: Basis, k: number, probit: number): number {
  const needing = basis.groups.flatMap(([c, p, people]) => {
    const { needs, above } = basis.positions[p]!
    return needs.includes(k)
      ? [{ people, at: (basis.communes[c]!.above[k]?.[0] ?? 0) + (above[k]?.[0] ?? 0) }]
      : []
  })
  const all = needing.reduce((sum, { people }) => sum + people, 0)
  if (all === 0) return probit
  const share = normalCdf(probit)
  let [low, high] = [probit - 6, probit + 6]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    const mean = needing.reduce((sum, { people, at }) => sum + people * normalCdf(middle + at), 0) / all
    if (mean < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probit of the share below target in competency `k` of a commune's position; null where nothing is known of it. */
export function probitBelow(basis: Basis, commune: number, position: number, k: number): number | null {
  const centre = basis.centre[k]
  if (!centre) return null
  const c = basis.communes[commune]!.above[k]?.[0] ?? 0
  const p = basis.positions[position]!.above[k]?.[0] ?? 0
  return centre[0] + c + p
}

/**
 * The share below target, 0 to 1, after a gain of `effect` logits: Φ(probit − effect/σ), where people of a group spread
 * normally with σ about their mean. An effect of 0 gives the share before.
 */
export function shareAfter(probit: number, effect: number, sd: number): number {
  return normalCdf(probit - effect / sd)
}
