import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { profilesInForce } from './target-profiles.server'

export type ProfileRow = {
  code: string
  name: Bilingual
  competencies: number
  own: boolean
  changedAt: string | null
}
export type ProfileGroup = { code: string; name: Bilingual; positions: ProfileRow[] }

/** The province whose profiles an actor edits. */
export function profileProvince(actor: Actor): string {
  authorise(actor, 'profiles.edit')
  const [provinceCode] = scopeOf(actor, 'profiles.edit').provinceCodes
  authorise(actor, 'profiles.edit', { provinceCode })
  return provinceCode as string
}

/** Every position in use with its profile in a province, by department. */
export async function listProfiles(actor: Actor, provinceCode: string): Promise<ProfileGroup[]> {
  authorise(actor, 'profiles.edit', { provinceCode })
  const departments = await reader.department.findMany({
    orderBy: { order: 'asc' },
    include: { positions: { where: { active: true }, orderBy: { order: 'asc' } } },
  })
  const profiles = profilesInForce(reader, provinceCode)
  return departments
    .filter(({ positions }) => positions.length > 0)
    .map((department) => ({
      code: department.code,
      name: { vi: department.nameVi, en: department.nameEn },
      positions: department.positions.map((position) => {
        const profile = profiles.get(position.code)
        return {
          code: position.code,
          name: { vi: position.nameVi, en: position.nameEn },
          competencies: Object.keys(profile?.targets ?? {}).length,
          own: profile?.own ?? false,
          changedAt: profile?.own ? profile.changedAt : null,
        }
      }),
    }))
}
