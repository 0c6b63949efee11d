import { allOptions, beyondPrice, fillGreedily, perDong } from './greedy'
import { meetsLeasts, openLedger, type Ledger } from './ledger'
import { placePins } from './place-pins'
import type { PlanIndex } from './plan-index'

/** Parts of what a đồng brings on the average of the greedy plan at which classes are chosen. */
const parts = [0.6, 0.3, 0]

/**
 * Plans made by what a class brings beyond a price of its money, with online seats for what is left: the best of some
 * prices, or null where none reaches every least. Gain per đồng takes cheap online seats first, which then stand in the way
 * of classes although there is money for them. `average`: gain of a đồng in the greedy plan.
 */
export function planByPrice(index: PlanIndex, average: number, hasTime: () => boolean): Ledger | null {
  let best: Ledger | null = null
  for (const part of parts) {
    if (!hasTime()) break
    const ledger = openLedger(index)
    if (!placePins(ledger)) return null
    const options = allOptions(index, average * part)
    fillGreedily(ledger, options, beyondPrice(average * part))
    fillGreedily(ledger, options, perDong)
    if (meetsLeasts(ledger) && ledger.value > (best?.value ?? -1)) best = ledger
  }
  return best
}
