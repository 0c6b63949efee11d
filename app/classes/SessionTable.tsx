import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import type { ClassSession } from './class'
import { timeText } from './when'

type SessionTableProps = {
  classId: string
  sessions: ClassSession[]
  present: Record<string, number>
  people: number
  open: boolean
}

/** The sessions of a class with the ways to their attendance: the list, the code on the wall, the printed sheet. */
export function SessionTable({ classId, sessions, present, people, open }: SessionTableProps) {
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Table
      caption={t('sessions.title')}
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', label: t('session.when'), cell: (session) => timeText(session) },
        { key: 'place', label: t('session.place'), cell: ({ place }) => place },
        { key: 'trainer', label: t('session.trainer'), cell: ({ trainer }) => trainer || '–' },
        {
          key: 'present',
          label: t('session.present'),
          align: 'end',
          cell: ({ id }) => {
            const here = present[id]
            return here === undefined
              ? t('session.notTaken')
              : t('session.presentOf', {
                  present: formatNumber(locale, here),
                  people: formatNumber(locale, people),
                })
          },
        },
        {
          key: 'take',
          label: t('session.take'),
          cell: ({ id }) => (
            <>
              <a href={paths.classSession(classId, id)}>{t('session.list')}</a>
              {open ? (
                <>
                  {' · '}
                  <a href={paths.classRoom(classId, id)}>{t('session.code')}</a>
                  {' · '}
                  <a href={paths.classSheet(classId, id)}>{t('session.sheet')}</a>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
