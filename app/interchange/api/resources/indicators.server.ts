import { indicatorsOf, indicatorValues } from '~/gaps/indicators/indicator-values.server'
import { communeNames } from '~/campaigns/response-rates.server'
import { isSample } from '~/platform/db/is-sample.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { Problem } from '../problem'
import { metaOf, type Asked, type Reply } from '../reply'
import type { TokenHolder } from '../tokens/token-actor.server'

/** The indicators that the province keeps of its communes. They say what is so, never why. */
export function indicators({ actor, provinceCode }: TokenHolder): Reply<'indicators'> {
  authorise(actor, 'report.commune')
  const all = indicatorsOf(provinceCode)
  return {
    stamp: null,
    total: all.length,
    make: (from, to) => ({
      data: all.slice(from, to).map(({ code, name, unit, unitText, better }) => ({
        ...{ code, name, unit, better },
        unitText: unitText.vi === '' ? null : unitText,
      })),
      meta: metaOf(null, isSample()),
    }),
  }
}

/** Values of indicators in communes of the actor's place, by indicator, day and commune. */
export function indicatorFigures(
  { actor, provinceCode }: TokenHolder,
  { query }: Asked<'indicatorValues'>,
): Reply<'indicatorValues'> {
  authorise(actor, 'report.commune')
  const byId = new Map(indicatorsOf(provinceCode).map((each) => [each.id, each]))
  const indicatorId = [...byId.values()].find(({ code }) => code === query.indicator)?.id
  if (query.indicator !== undefined && indicatorId === undefined)
    throw new Problem('bad-query', { parameters: [{ name: 'indicator', known: true }] })
  const values = indicatorValues(provinceCode, { indicatorId, until: query.until }).filter(
    ({ communeCode }) => mayRead(actor, provinceCode, communeCode),
  )
  return {
    stamp: null,
    total: values.length,
    make: (from, to) => {
      const page = values.slice(from, to)
      const names = new Map(
        communeNames([...new Set(page.map(({ communeCode }) => communeCode))]).map(({ code, name }) => [
          code,
          name,
        ]),
      )
      return {
        data: page.map(
          ({ indicatorId: of, communeCode: code, date, value, low, high, of: dossiers, source }) => ({
            ...{ indicator: byId.get(of)!.code, date, value, low, high, source },
            place: { code, name: names.get(code) ?? code },
            of: dossiers,
          }),
        ),
        meta: metaOf(null, isSample()),
      }
    },
  }
}

function mayRead(actor: Actor, provinceCode: string, communeCode: string): boolean {
  return can(actor, 'report.commune', { provinceCode, communeCode })
}
