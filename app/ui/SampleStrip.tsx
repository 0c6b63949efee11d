import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

/** Says that the figures are invented, on screen and at the head of every printed page. `<SampleStrip />` */
export function SampleStrip({ children }: { children?: ReactNode }) {
  const t = useT('ui')
  return <p className="sample">{children ?? t('sample')}</p>
}
