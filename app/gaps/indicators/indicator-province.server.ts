import { workProvince } from '~/people/places/work-province.server'
import type { Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { KnownIndicator } from './file-columns'
import { firstSet } from './first-set'
import { indicatorsOf } from './indicator-values.server'

/** The province whose indicators an actor keeps. */
export function indicatorProvince(actor: Actor): string {
  const provinceCode = workProvince(actor, 'indicators.edit')
  authorise(actor, 'indicators.edit', { provinceCode })
  return provinceCode
}

/** The indicators that the product offers to begin with. */
export function offeredIndicators(): KnownIndicator[] {
  return firstSet((locale, code) => getT(locale, 'indicators')(`first.${code}`))
}

/** What a file may name: the indicators of the province, or those offered where it has none yet. */
export function namedIndicators(provinceCode: string): KnownIndicator[] {
  const own = indicatorsOf(provinceCode)
  return own.length > 0 ? own : offeredIndicators()
}

/** Refuses an indicator that is not the province's; also one that was removed is found. */
export function requireIndicator(
  from: { sql: Pick<Tx['sql'], 'get'> },
  id: string,
  provinceCode: string,
): { name: string } {
  const row = from.sql.get<{ name: string }>(
    'SELECT nameVi AS name FROM Indicator WHERE id = ? AND provinceCode = ?',
    id,
    provinceCode,
  )
  if (!row) throw refuse('notFound')
  return row
}
