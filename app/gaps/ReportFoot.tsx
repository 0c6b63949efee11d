import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'

type Props = { campaign: { id: string; closedAt: string | null }; children?: ReactNode }

/** When the figures were cut, how they came about in one sentence, and where to read more. */
export function ReportFoot({ campaign, children }: Props) {
  const t = useT('gaps')
  return (
    <p className="small muted">
      {t('province.cut', { date: campaign.closedAt ? formatDate(campaign.closedAt) : '' })} {t('foot.how')}{' '}
      <a href={paths.gapsMethod(campaign.id)}>{t('method.link')}</a> ·{' '}
      <a href={paths.measurement()}>{t('foot.measurement')}</a>
      {children}
    </p>
  )
}
