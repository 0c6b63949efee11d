import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import type { Participant } from '../view-class.server'

type PeopleTableProps = {
  classId: string
  people: Participant[]
  sessions: number
  positions: Record<string, { vi: string; en: string }>
  open: boolean
}

/** The people of a class with how many sessions each attended; who withdrew stands last, with the reason. */
export function PeopleTable({ classId, people, sessions, positions, open }: PeopleTableProps) {
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Table
      caption={t('people.caption')}
      captionHidden
      rows={people}
      rowKey={({ personId }) => personId}
      columns={[
        {
          key: 'name',
          label: t('people.name'),
          cell: ({ fullName, staffCode }) => (
            <>
              {fullName} <span className="muted small num">{staffCode}</span>
            </>
          ),
        },
        {
          key: 'position',
          label: t('people.position'),
          cell: ({ positionCodes }) =>
            positionCodes.map((code) => positions[code]?.[locale] ?? code).join('; '),
        },
        { key: 'commune', label: t('people.commune'), cell: ({ communeName }) => communeName ?? '–' },
        {
          key: 'attended',
          label: t('people.attended'),
          align: 'end',
          cell: ({ attended }) => t('people.attendedOf', { attended, count: sessions }),
        },
        {
          key: 'state',
          label: t('people.state'),
          cell: ({ personId, fullName, withdrawnAt, withdrawnReason }) =>
            withdrawnAt ? (
              t('people.withdrawn', { date: formatDate(withdrawnAt), reason: withdrawnReason ?? '' })
            ) : open ? (
              <a href={paths.classPeople(classId, { withdraw: personId })}>
                {t('withdraw.short')} <span className="vh">{fullName}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
