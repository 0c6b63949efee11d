import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

/** The way back at the top of a learner's page. `<BackLink to="/viec">Việc của tôi</BackLink>` */
export function BackLink({ to, children }: { to: string; children?: ReactNode }) {
  const t = useT('ui')
  return (
    <p className="back">
      <a href={to}>
        <span aria-hidden="true">‹ </span>
        {children ?? t('nav.back')}
      </a>
    </p>
  )
}
