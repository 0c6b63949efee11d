import type { Bilingual } from '~/platform/i18n/locale'
import { deliveries, type Delivery } from './problem'
import type { EffectUsed } from './expected'
import type { ModuleSetting } from './settings'

/** The measured gain of one past class, or the effect of a module in a past plan, in logits with its standard error. */
export type PastGain = { module: string; delivery: Delivery; gain: number; error: number }

/** A module that can be taught, and what it teaches. */
export type TaughtModule = { code: string; teaches: string[] }

/** A module that a plan can hold: of those given to commune staff now, with the minutes of its lessons. */
export type PlannableModule = TaughtModule & { title: Bilingual; minutes: number }

/** What is assumed where nothing was measured: one half of the assumption, and never less than this. */
const leastDoubt = 0.15

/**
 * What a planner assumes of a new module, in logits. Training on the job raises what people know by about 0.6 standard
 * deviations (Arthur, Bennett, Edens and Bell 2003, J. Appl. Psychol. 88:234, 0.63 over 234 samples); a class is taken as a
 * little less, a coach at one's own desk as that, self-study without a teacher as half.
 */
export const assumedEffect: Record<Delivery, number> = { class: 0.5, online: 0.3, visit: 0.6 }

export type Pooled = { effect: number; error: number; classes: number }

/**
 * The mean effect of a module: the planner's assumption as a prior N(assumed, doubt²), doubt half of the assumption and at
 * least 0.15, and past classes as N(μ, error² + τ²). τ² between classes is DerSimonian and Laird's moment estimate (1986,
 * Control. Clin. Trials 7:177) from two classes on, and doubt² for one. Without classes the assumption with its doubt.
 * A class's gain has no group of comparison: practice and time are in it (classGain); a plan's effect has one.
 */
export function poolEffects(assumed: number, past: readonly { gain: number; error: number }[]): Pooled {
  const doubt = Math.max(leastDoubt, Math.abs(assumed) / 2)
  const known = past.filter(({ gain, error }) => Number.isFinite(gain) && error >= 0)
  const between = known.length > 1 ? betweenClasses(known) : doubt ** 2
  let precision = doubt ** -2
  let sum = assumed * precision
  for (const { gain, error } of known) {
    const weight = 1 / (Math.max(error, 0.05) ** 2 + between)
    precision += weight
    sum += gain * weight
  }
  return { effect: sum / precision, error: Math.sqrt(1 / precision), classes: known.length }
}

function betweenClasses(known: readonly { gain: number; error: number }[]): number {
  const weights = known.map(({ error }) => 1 / Math.max(error, 0.05) ** 2)
  const total = weights.reduce((sum, each) => sum + each, 0)
  const mean = known.reduce((sum, { gain }, i) => sum + weights[i]! * gain, 0) / total
  const q = known.reduce((sum, { gain }, i) => sum + weights[i]! * (gain - mean) ** 2, 0)
  const c = total - weights.reduce((sum, each) => sum + each ** 2, 0) / total
  return Math.max(0, (q - (known.length - 1)) / c)
}

/** The effects that a plan counts with: one row for each module in use and each way in which it is offered. */
export function effectsOf(
  settings: readonly ModuleSetting[],
  modules: readonly TaughtModule[],
  past: readonly PastGain[],
): EffectUsed[] {
  return settings
    .filter(({ used }) => used)
    .flatMap((setting) => {
      const teaches = modules.find(({ code }) => code === setting.code)?.teaches ?? []
      return deliveries
        .filter((delivery) => setting.deliveries.includes(delivery))
        .map((delivery): EffectUsed => {
          const own = past.filter((each) => each.module === setting.code && each.delivery === delivery)
          return { module: setting.code, delivery, teaches, ...poolEffects(setting.effect[delivery], own) }
        })
    })
}
