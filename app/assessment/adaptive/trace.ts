import type { Coverage } from './coverage.ts'
import type { Admitted } from './rules.ts'
import { bestOf } from './exposure.ts'
import { type Prospect, probabilityBelow } from './gain.ts'
import type {
  AdaptiveSettings,
  AdaptiveState,
  ChoiceTrace,
  Exclusion,
  ItemReason,
  Relaxation,
  StopReason,
} from './types.ts'

/** An item that was compared with others, and what an answer to it is expected to bring. */
export type Compared = Admitted & Prospect

/** What was known when the choice was made. */
export type Before = {
  state: AdaptiveState
  settings: AdaptiveSettings
  scored: number
  before: number
  coverage: Coverage
  excluded: Partial<Record<Exclusion, number>>
}

/** What was chosen: `ranked` is best first; a pilot is drawn without ranking, an end draws nothing. */
export type Drawn = {
  reason: ItemReason | StopReason
  relaxed: Relaxation[]
  ranked: readonly Compared[]
  drawn: Compared | null
}

/** The trace of one choice, figures rounded to four decimals. */
export function traced(
  { state, settings, scored, before, coverage, excluded }: Before,
  { reason, relaxed, ranked, drawn }: Drawn,
): ChoiceTrace {
  return {
    number: state.asked.length + (drawn ? 1 : 0),
    scored,
    before: rounded(before),
    after: drawn && !drawn.item.pilot ? rounded(drawn.after) : null,
    goal: settings.precision,
    reason,
    uncovered: { domains: coverage.domains, competencies: coverage.competencies },
    excluded,
    relaxed,
    compared: ranked.length,
    best: ranked.slice(0, bestOf).map(({ item: { id }, gain, success }) => ({
      id,
      gain: rounded(gain),
      success: rounded(success),
    })),
    drawn: drawn?.item.id ?? null,
    focus: drawn ? focus(state, drawn.item.dimension) : null,
  }
}

function focus(state: AdaptiveState, dimension: number): ChoiceTrace['focus'] {
  const { mean, covariance } = state.posterior
  const target = state.targets.find((each) => each.dimension === dimension)
  return {
    dimension,
    mean: rounded(mean[dimension]!),
    sd: rounded(Math.sqrt(covariance.data[dimension * covariance.columns + dimension]!)),
    below: target ? rounded(probabilityBelow(state, dimension, target.threshold)) : null,
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
