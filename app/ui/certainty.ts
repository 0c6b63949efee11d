/** The product's only words for how sure one claim is; their texts are `certainty.*` in the ui namespace. */
export type Certainty = 'almostCertain' | 'probably' | 'notSure'

/** From the probability that a claim is true: `certainty(0.97)` gives `'almostCertain'`, `certainty(0.8)` `'probably'`. */
export function certainty(probability: number): Certainty {
  if (probability >= 0.95) return 'almostCertain'
  return probability >= 0.8 ? 'probably' : 'notSure'
}
