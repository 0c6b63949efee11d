import { useT } from '~/platform/i18n/react'
import { Tag } from '~/ui/Tag'
import type { CalibrationEntry } from './view-calibrations.server'

const kinds = { proposed: 'care', adopted: 'plain', rejected: 'plain' } as const

export function VersionState({ state, inForce }: { state: CalibrationEntry['state']; inForce: boolean }) {
  const t = useT('analysis')
  if (inForce) return <Tag kind="ok">{t('inForce')}</Tag>
  return <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
}
