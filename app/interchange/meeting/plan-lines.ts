import type { Estimate } from '~/planning/effect/did'
import { logits } from '~/planning/effect/effect-words'
import type { ShareInterval } from '~/planning/expected'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { expectedText } from '~/planning/results/plan-words'
import { getT } from '~/platform/i18n/translate'

/** A training plan as a meeting hears of it: how far it is, what is expected of it, what a later campaign measured. */
export type PlanFact = {
  id: string
  title: Bilingual
  state: 'draft' | 'approved' | 'closed'
  classes: number
  /** The share below target before and as expected after; null where nothing was solved. */
  expected: { before: ShareInterval; after: ShareInterval } | null
  /** Of a plan of an earlier campaign: its effect by this one; null where it was not measured or too few were compared. */
  effect: { ability: Estimate | null } | null
}

/** A heading with lines under it. */
export type Lines = { title: string; items: string[] }

/** The sentence about plans, and what is expected and was measured of each. */
export function planLines(
  locale: Locale,
  { own, before }: { own: PlanFact | null; before: PlanFact | null },
): { sentence: string; lists: Lines[] } | null {
  if (!own && !before) return null
  const t = getT(locale, 'meeting')
  const values = (plan: PlanFact) => ({ title: plan.title[locale], count: plan.classes })
  return {
    sentence: own ? t(`plan.${own.state}`, values(own)) : t('plan.none'),
    lists: [
      ...(own ? [{ title: t('plan.own'), items: expectedLines(locale, own) }] : []),
      ...(before
        ? [
            {
              title: t('plan.before', { title: before.title[locale] }),
              items: [...expectedLines(locale, before), ...effectLines(locale, before)],
            },
          ]
        : []),
    ].filter(({ items }) => items.length > 0),
  }
}

function expectedLines(locale: Locale, { expected }: PlanFact): string[] {
  return expected ? [expectedText(locale, expected)] : []
}

function effectLines(locale: Locale, { effect }: PlanFact): string[] {
  const t = getT(locale, 'meeting')
  const words = getT(locale, 'carry')
  if (!effect) return [t('plan.notMeasured')]
  const { ability } = effect
  if (!ability) return [t('plan.tooFew')]
  const claim = ability.low > 0 ? 'more' : ability.high < 0 ? 'less' : 'unclear'
  const [value, low, high] = [ability.effect, ability.low, ability.high].map((each) => logits(locale, each))
  return [
    words(`effect.${claim}`),
    t('plan.effect', { value: value!, low: low!, high: high! }),
    words('effect.observed'),
  ]
}
