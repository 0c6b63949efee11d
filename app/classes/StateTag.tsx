import { useT } from '~/platform/i18n/react'
import { Tag, type TagKind } from '~/ui/Tag'
import type { ClassState } from './class'

const kinds: Record<ClassState, TagKind> = { planned: 'plain', running: 'now', ended: 'ok', cancelled: 'bad' }

export function StateTag({ state }: { state: ClassState }) {
  const t = useT('classes')
  return <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
}
