import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communeByCode, placeOfCommune } from '../places/places.server'
import { personRows, type PersonRow } from './person-row.server'

const pageSize = 50

export type CommunePeople = {
  commune: { code: string; name: string }
  rows: PersonRow[]
  page: number
  pages: number
  total: number
  /** Those who have no password yet, for whom slips can be printed. */
  notActivated: number
}

/** Who works at a commune now, by given name, a page at a time. */
export function listCommunePeople(actor: Actor, communeCode: string, page: number): CommunePeople {
  authorise(actor, 'people.view', placeOfCommune(communeCode))
  const { code, name } = communeByCode(communeCode)
  const all = personRows('pc.communeCode = ?', communeCode)
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const shown = Math.min(Math.max(1, page), pages)
  return {
    commune: { code, name },
    rows: all.slice((shown - 1) * pageSize, shown * pageSize),
    page: shown,
    pages,
    total: all.length,
    notActivated: all.filter(({ account }) => account === 'notActivated').length,
  }
}
