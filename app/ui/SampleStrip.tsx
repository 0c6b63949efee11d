import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

/** Says that the figures are invented, on screen and at the foot of every printed page. `<SampleStrip />` */
export function SampleStrip({ children }: { children?: ReactNode }) {
  const t = useT('ui')
  const words = children ?? t('sample')
  return (
    <>
      <p className="sample">{words}</p>
      <p className="sample-running" aria-hidden="true">
        {words}
      </p>
    </>
  )
}
