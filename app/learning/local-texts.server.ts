import { anyOwnFacts, ownFacts } from '~/people/places/facts-in-force.server'
import { factText } from '~/people/places/local-facts'
import { localFacts } from '~/people/places/local-facts.server'
import { communeByCode } from '~/people/places/places.server'
import { installationProvince } from '~/people/places/work-province.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { LocalTexts } from './render/fill-local'

/** The local facts as a reader meets them: those of the own province, and the default where it says nothing. */
export function localTexts(actor: Actor | null, locale: Locale): LocalTexts {
  const province = anyOwnFacts() ? provinceOfReader(actor) : null
  const own = province ? ownFacts(province) : null
  return new Map(
    localFacts().map((fact) => {
      const value = own?.get(fact.code)?.value ?? fact.default
      return [fact.code, factText(fact, value[locale])]
    }),
  )
}

/** The province of the person, of the role, or, for anybody else, the one this installation works for. */
function provinceOfReader(actor: Actor | null): string | null {
  const person = actor?.personId
    ? reader.sql.get<{ provinceCode: string }>('SELECT provinceCode FROM Person WHERE id = ?', actor.personId)
    : undefined
  if (person) return person.provinceCode
  for (const { provinceCode, communeCode } of actor?.grants ?? []) {
    if (provinceCode) return provinceCode
    if (communeCode) return communeByCode(communeCode).provinceCode
  }
  return installationProvince()
}
