import type { DistractorRow } from './distractors'
import type { Residuals } from './residuals'

/** Fewer people than this and an item shows no figures. */
export const fewestForFigures = 5
/** Below this many people no judgement is passed on an item. */
export const fewestForFlags = 30

export const flags = [
  'negative',
  'distractor',
  'harder',
  'easier',
  'weak',
  'erratic',
  'allRight',
  'fewRight',
  'unchosen',
] as const
export type Flag = (typeof flags)[number]

export type Flagged = {
  people: number
  facility: number | null
  discriminationIndex: number | null
  residuals: Residuals
  distractors: readonly DistractorRow[]
  key: readonly string[]
}

const surprise = 2.58
const clearShare = 0.1
const weakIndex = 15
const erraticFit = 1.3

/**
 * What is remarkable about an item, the gravest first; nothing below `fewestForFlags` people.
 * - negative: people who do well elsewhere get it wrong (index below 0);
 * - distractor: in the upper group a wrong option is chosen more often than a right one;
 * - harder, easier: the share of points differs from the model's by more than 0.1 and by more than chance (|z| > 2.58,
 *   two-sided 1 %);
 * - weak: index below 15, where Moodle's documentation speaks of weak discrimination (below 20 %) at the latest;
 * - erratic: infit above 1.3, the usual bound of Wright and Linacre 1994 (Rasch Meas. Trans. 8:370);
 * - allRight, fewRight: facility above 95 or below 15; unchosen: an option that fewer than 1 % take.
 */
export function itemFlags(item: Flagged): Flag[] {
  if (item.people < fewestForFlags) return []
  const { discriminationIndex: index, facility, residuals } = item
  const off = (residuals.observed ?? 0) - (residuals.expected ?? 0)
  const sure = Math.abs(residuals.z ?? 0) > surprise && Math.abs(off) > clearShare
  const holds: Record<Flag, boolean> = {
    negative: index !== null && index < 0,
    distractor: hasStrongDistractor(item),
    harder: sure && off < 0,
    easier: sure && off > 0,
    weak: index !== null && index >= 0 && index < weakIndex,
    erratic: (residuals.infit ?? 1) > erraticFit,
    allRight: facility !== null && facility > 95,
    fewRight: facility !== null && facility < 15,
    unchosen: item.distractors.some(({ option, share }) => option !== null && share < 0.01),
  }
  return flags.filter((flag) => holds[flag])
}

/** For ordering: the gravest flag decides, then how many there are; 0 without any. */
export function gravityOf(held: readonly Flag[]): number {
  return held.reduce((sum, flag) => sum + 2 ** (flags.length - flags.indexOf(flag)), 0)
}

function hasStrongDistractor({ distractors, key }: Flagged): boolean {
  const right = distractors.filter(({ option }) => option !== null && key.includes(option))
  const wrong = distractors.filter(({ option }) => option !== null && !key.includes(option))
  const least = Math.min(...right.map(({ upper }) => upper ?? Infinity))
  return Number.isFinite(least) && wrong.some(({ upper }) => (upper ?? 0) > least)
}
