import { paths } from '~/paths'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { timeText } from '../when'
import type { AttendanceView } from './mark.server'

/** The list that people sign in the room, on A4: number, name, position, commune, signature. */
export function SignInSheet({
  view: { class: found, session, people },
  positions,
}: {
  view: AttendanceView
  positions: Record<string, Bilingual>
}) {
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.classes(), label: t('title') },
            { to: paths.trainingClass(found.id), label: found.title[locale] },
            { label: t('sheet.title') },
          ]}
        />
        <p>{t('sheet.print')}</p>
      </div>
      <div className="class-sheet">
        <PageTitle under={found.title[locale]}>{t('sheet.title')}</PageTitle>
        <p>
          {timeText(session)} · {session.place}
          {session.trainer ? ` · ${t('sheet.trainer', { trainer: session.trainer })}` : ''}
        </p>
        <Table
          caption={t('sheet.title')}
          captionHidden
          stack={false}
          rows={people.map((person, i) => ({ ...person, number: i + 1 }))}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'number', label: t('sheet.number'), align: 'end', cell: ({ number }) => number },
            { key: 'name', label: t('people.name'), rowHeader: true, cell: ({ fullName }) => fullName },
            {
              key: 'position',
              label: t('people.position'),
              cell: ({ positionCodes: [main] }) => (main ? (positions[main]?.[locale] ?? main) : ''),
            },
            { key: 'commune', label: t('people.commune'), cell: ({ communeName }) => communeName ?? '' },
            { key: 'sign', label: t('sheet.sign'), cell: () => '' },
          ]}
        />
        <p>{t('sheet.foot', { count: people.length })}</p>
      </div>
    </Main>
  )
}
