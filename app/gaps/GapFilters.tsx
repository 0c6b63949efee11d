import type { ReactNode } from 'react'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Filters } from '~/ui/Filters'
import { Select } from '~/ui/Select'

type Props = {
  action: string
  keep?: Record<string, string | undefined>
  group: string
  /** Those that there are figures of; none where there are figures of everybody alone. */
  departments: { value: string; name: Bilingual }[]
  positionsHref: string
  /** Whether something is looked for besides the group. */
  filtered?: boolean
  children?: ReactNode
}

/** Narrows a report of communes to a department, and says where the positions are. */
export function GapFilters({ action, keep, group, departments, positionsHref, filtered, children }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const hasGroups = departments.length > 0
  return (
    <>
      {hasGroups || children ? (
        <Filters
          action={action}
          keep={keep}
          clearHref={group || filtered ? action : undefined}
          submitLabel={t('filter.apply')}
        >
          {children}
          {hasGroups ? (
            <Select
              id="group"
              name="group"
              label={t('filter.group')}
              defaultValue={group}
              options={[
                { value: '', label: t('group.all') },
                ...departments.map(({ value, name }) => ({ value, label: name[locale] })),
              ]}
            />
          ) : null}
        </Filters>
      ) : null}
      <p className="small muted">
        {hasGroups ? null : `${t('filter.departmentsRule')} `}
        {t('filter.positionsRule')} <a href={positionsHref}>{t('filter.positionsLink')}</a>
      </p>
    </>
  )
}
