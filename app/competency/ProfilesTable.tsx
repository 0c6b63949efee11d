import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ProfileGroup, ProfileRow } from './list-profiles.server'

/** The positions of a department with what each needs. */
export function ProfilesPanel({ group }: { group: ProfileGroup }) {
  const t = useT('competency')
  const locale = useLocale()
  const source = ({ own, changedAt, competencies }: ProfileRow) => {
    if (own && changedAt) return t('profiles.province', { date: formatDate(changedAt) })
    return t(competencies > 0 ? 'profiles.shipped' : 'profiles.none')
  }
  return (
    <Panel title={group.name[locale]}>
      <Table
        caption={group.name[locale]}
        captionHidden
        rows={group.positions}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'position',
            label: t('profiles.position'),
            cell: ({ code, name }) => <a href={paths.profile(code)}>{name[locale]}</a>,
          },
          {
            key: 'competencies',
            label: t('profiles.competencies'),
            align: 'end',
            cell: ({ competencies }) => competencies,
          },
          { key: 'source', label: t('profiles.source'), cell: source },
        ]}
      />
    </Panel>
  )
}
