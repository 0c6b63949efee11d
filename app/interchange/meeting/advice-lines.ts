import { actors, type Who } from '~/gaps/recommendations'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import type { Lines } from './plan-lines'

type Advice = { key: string; who: Who; system?: string; communes: readonly unknown[] }
type Systems = readonly ({ code: string } & Bilingual)[]

/** What should be done, under who must do it, those for most communes first and at most `most` each. */
export function adviceLines(
  locale: Locale,
  advice: readonly Advice[],
  { systems, communes, most }: { systems: Systems; communes: number; most: number },
): Lines[] {
  const gaps = getT(locale, 'gaps')
  const words = getT(locale, 'segments')
  return actors.flatMap((who) => {
    const own = advice.filter((each) => each.who === who)
    if (own.length === 0) return []
    const items = own.slice(0, most).map((each) => {
      const system = systems.find(({ code }) => code === each.system)?.[locale] ?? ''
      const what = translateMessage(locale, 'segments', { key: each.key, values: { system } })
      return `${what}: ${gaps('advice.communes', { count: each.communes.length, communes })}`
    })
    return [{ title: words(`who.${who}`), items }]
  })
}
