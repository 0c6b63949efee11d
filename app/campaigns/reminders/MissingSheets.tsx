import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import type { MissingPerson } from '../list-missing.server'
import type { CampaignFacts, MissingSheet } from './view-reminders.server'

type MissingSheetsProps = {
  campaign: CampaignFacts
  sheets: MissingSheet[]
  /** As it is typed from paper. */
  address: string
  minutes: string
  at: string
}

/** Who has not submitted, a sheet of paper for each commune, with how to answer and until when. */
export function MissingSheets({ campaign, sheets, address, minutes, at }: MissingSheetsProps) {
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  type Row = MissingPerson & { number: number }
  return (
    <>
      {sheets.map(({ code, name, people, form }) => (
        <section key={code} className="missing-sheet">
          <h2>{t('print.sheet', { name })}</h2>
          <p>
            {t('print.until', {
              title: campaign.title,
              date: formatDate(campaign.closesOn),
              count: people.length,
            })}{' '}
            {form !== null && form !== 'submitted' ? t('print.form') : null}
          </p>
          <Table
            caption={t('print.sheet', { name })}
            captionHidden
            rows={people.map((each, i): Row => ({ ...each, number: i + 1 }))}
            rowKey={({ personId }) => personId}
            columns={[
              { key: 'number', label: t('print.number'), align: 'end', cell: ({ number }) => number },
              {
                key: 'name',
                label: campaigns('missing.name'),
                rowHeader: true,
                cell: (row) => row.name,
              },
              { key: 'position', label: campaigns('missing.position'), cell: ({ position }) => position },
              {
                key: 'state',
                label: campaigns('missing.state'),
                cell: ({ activated, started }) =>
                  campaigns(
                    activated ? (started ? 'form.started' : 'form.notStarted') : 'missing.notActivated',
                  ),
              },
              {
                key: 'done',
                label: t('print.done'),
                cell: () => <span className="paper-box" />,
              },
            ]}
          />
          <p>{t('print.how', { address })}</p>
          <p>{t('print.minutes', { minutes })}</p>
          <p className="small muted">{t('print.at', { at: formatDateTime(at) })}</p>
        </section>
      ))}
    </>
  )
}
