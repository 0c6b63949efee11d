import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Framework, Targets } from './framework'
import { latestFramework } from './frameworks.server'
import { profileFramework, targetChanges, type Profile, type TargetChange } from './target-profile'
import { profilesInForce, shippedTargets } from './target-profiles.server'

export type ProfileHistory = {
  at: string
  /** Null where the change came with the product. */
  by: string | null
  /** `ships`: the province went back to the shipped profile. */
  kind: 'product' | 'province' | 'ships'
  changes: TargetChange[]
}

export type ProfileView = {
  position: { code: string; name: Bilingual; department: Bilingual; active: boolean }
  framework: Framework
  profile: Profile
  shipped: Targets
  history: ProfileHistory[]
}

type Row = { provinceCode: string | null; targets: string; createdAt: string; by: string | null }

/** What a position needs in a province, and how it came to be so. */
export async function viewProfile(
  actor: Actor,
  provinceCode: string,
  positionCode: string,
): Promise<ProfileView> {
  authorise(actor, 'profiles.edit', { provinceCode })
  const position = await reader.position.findUnique({
    where: { code: positionCode },
    include: { department: true },
  })
  if (!position) throw refuse('notFound')
  const { framework } = latestFramework(profileFramework)
  const present = profilesInForce(reader, provinceCode).get(positionCode)
  return {
    position: {
      code: position.code,
      name: { vi: position.nameVi, en: position.nameEn },
      department: { vi: position.department.nameVi, en: position.department.nameEn },
      active: position.active,
    },
    framework,
    profile: present ?? { targets: {}, own: false, rowId: 0, changedAt: '' },
    shipped: shippedTargets(reader, positionCode),
    history: history(framework, provinceCode, positionCode),
  }
}

/** Newest first; a change of the shipped profile counts only while the province follows it. */
function history(framework: Framework, provinceCode: string, positionCode: string): ProfileHistory[] {
  const rows = reader.sql.all<Row>(
    `SELECT p.provinceCode, p.targets, p.createdAt, a.displayName AS by FROM TargetProfile p
     LEFT JOIN Account a ON a.id = p.createdBy
     WHERE p.positionCode = ? AND (p.provinceCode IS NULL OR p.provinceCode = ?) ORDER BY p.id`,
    positionCode,
    provinceCode,
  )
  let shipped: Targets = {}
  let own: Targets | null = null
  const entries = rows.map((row): ProfileHistory => {
    const before: Targets = own ?? shipped
    const targets = JSON.parse(row.targets) as Targets | null
    if (row.provinceCode === null) shipped = targets ?? {}
    else own = targets
    const kind = row.provinceCode === null ? 'product' : targets === null ? 'ships' : 'province'
    return { at: row.createdAt, by: row.by, kind, changes: targetChanges(framework, before, own ?? shipped) }
  })
  return entries.filter(({ changes, kind }) => changes.length > 0 || kind !== 'product').reverse()
}
