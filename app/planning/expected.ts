/** A share 0–1 of people whose position needs a competency and who are below its target, with its 90 % interval. */
export type ShareInterval = { share: number; low: number; high: number }
export type BeforeAfter = { before: ShareInterval; after: ShareInterval }

/**
 * What a module is taken to do: gain in logits with its standard error, and the past classes behind it (0: assumed).
 * `teaches`: codes of the competencies in which that gain is counted.
 */
export type EffectUsed = {
  module: string
  delivery: string
  effect: number
  error: number
  classes: number
  teaches?: string[]
}

/** The gap before and, as expected, after a plan: of the province, by domain, and by commune. */
export type Expected = {
  whole: BeforeAfter
  domains: (BeforeAfter & { domain: string })[]
  communes: (BeforeAfter & { commune: string })[]
  effects: EffectUsed[]
}
