import { useT } from '~/platform/i18n/react'
import type { NamedGrant } from './describe-grants.server'

/** Roles in words, each with its place: "Người lập kế hoạch, Tỉnh Cao Bằng". */
export function RoleWords({ roles }: { roles: NamedGrant[] }) {
  const t = useT('auth')
  if (roles.length === 0) return <>{t('role.none')}</>
  return (
    <>
      {roles.map((grant, i) => (
        <div key={i}>
          <RoleName grant={grant} />
        </div>
      ))}
    </>
  )
}

export function RoleName({ grant: { role, place } }: { grant: NamedGrant }) {
  const t = useT('auth')
  if (role === 'learner') return <>{t('role.learner')}</>
  return (
    <>
      {t(`role.${role}`)}
      {t('role.at', { place: place ?? t('role.everywhere') })}
    </>
  )
}
