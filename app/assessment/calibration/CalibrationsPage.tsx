import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { ContentTabs } from '../catalogue/ContentTabs'
import { Terms } from '../catalogue/Terms'
import { CalibrationForm, type CalibrationChoice } from './CalibrationForm'
import { CalibrationJob, isRunning } from './CalibrationJob'
import { VersionState } from './VersionState'
import type { CalibrationsView } from './view-calibrations.server'

export const calibrationNotes = ['adopted', 'rejected'] as const
export type CalibrationNote = (typeof calibrationNotes)[number]

type CalibrationsPageProps = {
  view: CalibrationsView
  note: CalibrationNote | null
  chosen: CalibrationChoice | null
}

/** What the items are measured by now, the calibrations so far, and a new one. */
export function CalibrationsPage({ view, note, chosen }: CalibrationsPageProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const { inForce, versions, job, mayRun, campaigns } = view
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <ContentTabs current="calibrations" />
      {note ? (
        <Note kind="done" role="status">
          {t(`calibrations.${note}`)}
        </Note>
      ) : null}
      <ErrorSummary errors={chosen?.error ? [{ fieldId: 'campaigns', text: chosen.error }] : []} />
      <PageTitle
        lead={inForce === null ? t('calibrations.experts') : t('calibrations.inForce', { number: inForce })}
      >
        {t('calibrations.title')}
      </PageTitle>
      <p>{t('calibrations.what')}</p>
      <Terms
        terms={['calibration', 'difficulty', 'discrimination', 'shrinkage', 'standardError', 'drift', 'dif']}
      />
      {job && mayRun ? <CalibrationJob job={job} /> : null}
      <Table
        caption={t('calibrations.versions')}
        rows={versions}
        rowKey={({ id }) => String(id)}
        empty={t('calibrations.none')}
        columns={[
          {
            key: 'number',
            label: t('calibrations.number'),
            cell: ({ id }) => <a href={paths.calibration(id)}>{t('calibrations.version', { number: id })}</a>,
          },
          {
            key: 'state',
            label: t('list.state'),
            cell: ({ id, state }) => <VersionState state={state} inForce={id === inForce} />,
          },
          {
            key: 'at',
            label: t('history.at'),
            cell: ({ at }) => <span className="num">{formatDateTime(at)}</span>,
          },
          { key: 'by', label: t('history.by'), cell: ({ by }) => by ?? t('calibrations.operator') },
          {
            key: 'persons',
            label: t('calibrations.persons'),
            align: 'end',
            cell: ({ persons }) => number(persons),
          },
          {
            key: 'answers',
            label: t('calibrations.answers'),
            align: 'end',
            cell: ({ answers }) => number(answers),
          },
          { key: 'items', label: t('calibrations.items'), align: 'end', cell: ({ items }) => number(items) },
          {
            key: 'shrinkage',
            label: t('term.shrinkage'),
            cell: ({ shrinkage }) => t(shrinkage ? 'calibrations.on' : 'calibrations.off'),
          },
        ]}
      />
      {mayRun && !isRunning(job) && campaigns.length > 0 ? (
        <CalibrationForm campaigns={campaigns} chosen={chosen} />
      ) : (
        <form method="post" id={mainFormId} hidden />
      )}
      {mayRun && campaigns.length === 0 ? <p>{t('calibrate.noCampaign')}</p> : null}
    </Main>
  )
}
