import { communeLookup } from '~/people/roster/commune-lookup'
import { allProvinces, communesIn } from '~/people/places/places.server'
import type { Actor, Grant } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import type { RoleForm } from './role-form'

export type RolePlaceFault = {
  field: 'province' | 'commune'
  key:
    | 'form.province.missing'
    | 'form.province.outside'
    | 'form.commune.missing'
    | 'form.commune.unknown'
    | 'form.commune.near'
    | 'form.commune.several'
  values?: Record<string, string>
}

/** Provinces where `actor` manages accounts, and whether that is everywhere. */
export function managedProvinces(actor: Actor) {
  const { everywhere, provinceCodes } = scopeOf(actor, 'accounts.manage')
  const provinces = allProvinces().filter(({ code }) => everywhere || provinceCodes.includes(code))
  return { everywhere, provinces }
}

/** The grant that a form asks for, or what is wrong with its place. A planner has a province, a leader a commune. */
export function roleGrant(
  actor: Actor,
  form: RoleForm,
): { grant: Grant; fault?: never } | { fault: RolePlaceFault; grant?: never } {
  const { role, province, commune } = form
  const { everywhere, provinces } = managedProvinces(actor)
  if (!province) {
    const mayBeEverywhere = everywhere && (role === 'administrator' || role === 'trainer')
    if (!mayBeEverywhere) return { fault: { field: 'province', key: 'form.province.missing' } }
    return { grant: { role, provinceCode: null, communeCode: null } }
  }
  const known = provinces.some(({ code }) => code === province)
  if (!known || !can(actor, 'accounts.manage', { provinceCode: province })) {
    return { fault: { field: 'province', key: 'form.province.outside' } }
  }
  if (role !== 'leader') return { grant: { role, provinceCode: province, communeCode: null } }
  if (!commune) return { fault: { field: 'commune', key: 'form.commune.missing' } }
  const { code, fault } = communeNamed(province, commune)
  return fault ? { fault } : { grant: { role, provinceCode: province, communeCode: code } }
}

/** The commune of a province that somebody typed, by name or code, or what is wrong with it. */
export function communeNamed(
  province: string,
  typed: string,
): { code: string; fault?: never } | { fault: RolePlaceFault; code?: never } {
  const finding = communeLookup({ communes: communesIn(province), formerCommunes: [], positions: [] })(typed)
  if (finding.found === 'one') return { code: finding.code }
  if (finding.found === 'several') {
    const names = finding.candidates.map(({ name }) => name).join(', ')
    return { fault: { field: 'commune', key: 'form.commune.several', values: { names } } }
  }
  const near = finding.found === 'none' ? finding.nearest : null
  if (near) return { fault: { field: 'commune', key: 'form.commune.near', values: { name: near.name } } }
  return { fault: { field: 'commune', key: 'form.commune.unknown' } }
}
