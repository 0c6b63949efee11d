import { describe, expect, it } from 'vitest'
import { bestOfEveryPlan } from '../../../tests/builders/every-plan'
import { smallPlan } from '../../../tests/builders/small-plan'
import { breaches } from './check-plan'
import { finishPlan } from './finish'
import { planByPrice } from './plan-by-price'
import { indexPlan } from './plan-index'

describe('a plan by the price of money', () => {
  it('breaks no rule and is never better than the best of every plan', () => {
    let plans = 0
    for (let seed = 1; seed <= 20; seed++) {
      const problem = smallPlan(seed)
      const plan = planByPrice(indexPlan(problem), 0.01, () => true)
      if (!plan) continue
      plans++
      expect(breaches(problem, finishPlan(plan))).toEqual([])
      expect(plan.value).toBeLessThanOrEqual(bestOfEveryPlan(problem)! + 1e-9)
    }
    expect(plans).toBeGreaterThan(5)
  })

  it('is not made where there is no time for it', () => {
    expect(planByPrice(indexPlan(smallPlan(3)), 0.01, () => false)).toBeNull()
  })
})
