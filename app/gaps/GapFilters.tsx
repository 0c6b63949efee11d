import type { ReactNode } from 'react'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Filters } from '~/ui/Filters'
import { Select } from '~/ui/Select'

type Option = { value: string; name: Bilingual }
type Props = {
  action: string
  keep?: Record<string, string | undefined>
  group: string
  departments: Option[]
  positions: Option[]
  /** Whether something is looked for besides the group. */
  filtered?: boolean
  children?: ReactNode
}

/** Narrows a report to a department or a position. */
export function GapFilters({ action, keep, group, departments, positions, filtered, children }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const options = (list: Option[]) => list.map(({ value, name }) => ({ value, label: name[locale] }))
  return (
    <Filters
      action={action}
      keep={keep}
      clearHref={group || filtered ? action : undefined}
      submitLabel={t('filter.apply')}
    >
      {children}
      <Select
        id="group"
        name="group"
        label={t('filter.group')}
        defaultValue={group}
        options={[
          { value: '', label: t('group.all') },
          { label: t('filter.departments'), options: options(departments) },
          { label: t('filter.positions'), options: options(positions) },
        ]}
      />
    </Filters>
  )
}
