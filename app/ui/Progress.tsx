import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

export type ProgressProps = { words: ReactNode; value: number; max: number }

/** How far, in words first and a bar second. `<Progress words="Phần 3 trên 4 · câu 19" value={19} max={30} />` */
export function Progress({ words, value, max }: ProgressProps) {
  const t = useT('ui')
  return (
    <label className="progress">
      <span>{words}</span>
      <progress value={value} max={max}>
        {t('progress.share', { value, max })}
      </progress>
    </label>
  )
}
