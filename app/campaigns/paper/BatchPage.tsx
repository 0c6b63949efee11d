import { paths } from '~/paths'
import { formatDate, formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { BatchProblems } from './BatchProblems'
import type { BatchView } from './view-batch.server'

/** An upload before it is confirmed: what would be taken in, what is wrong, and the two ways on. */
export function BatchPreview({ view }: { view: BatchView }) {
  const t = useT('paper')
  const locale = useLocale()
  const { campaign, fileName, summary } = view
  const number = (value: number) => formatNumber(locale, value)
  const open = campaign.phase === 'running' || campaign.phase === 'due'
  const { filled, whole, wrong, already } = summary
  return (
    <>
      <PageTitle
        under={fileName}
        lead={
          <>
            <b>{t('preview.nothing')}</b>{' '}
            {t('preview.lead', { filled: number(filled), whole: number(whole), wrong: number(wrong) })}{' '}
            {already > 0 ? t('preview.already', { count: already }) : null}
          </>
        }
      >
        {t('preview.title')}
      </PageTitle>
      {open ? null : <Note kind="stop">{t('preview.closed')}</Note>}
      <ButtonRow>
        {whole > 0 && open ? (
          <form method="post">
            <HiddenFields values={{ intent: 'confirm' }} />
            <Button>{t('preview.confirm', { count: whole })}</Button>
          </form>
        ) : null}
        <ButtonLink to={paths.paper(campaign.id)} quiet>
          {t('preview.another')}
        </ButtonLink>
      </ButtonRow>
      <p className="muted">{t('preview.allOrNothing')}</p>
      <FirstRows view={view} />
      <BatchProblems view={view} />
      <ConfirmPanel
        level={2}
        title={t('discard.title')}
        what={<p>{t('discard.what')}</p>}
        confirmLabel={t('discard.confirm')}
        cancelTo={paths.paper(campaign.id)}
        cancelLabel={t('discard.cancel')}
        fields={{ intent: 'discard' }}
      />
    </>
  )
}

function FirstRows({ view: { rows, summary } }: { view: BatchView }) {
  const t = useT('paper')
  if (rows.length === 0) return null
  return (
    <Panel title={t('rows.title')}>
      <p>{t('rows.text', { shown: rows.length, count: summary.whole })}</p>
      <Table
        caption={t('rows.title')}
        captionHidden
        rows={rows}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          {
            key: 'code',
            label: t('sheet.staffCode'),
            cell: ({ code }) => <span className="num">{code}</span>,
          },
          { key: 'sheet', label: t('problems.sheet'), cell: ({ sheet }) => sheet },
          { key: 'row', label: t('rows.row'), align: 'end', cell: ({ row }) => row },
          { key: 'form', label: t('rows.form'), cell: ({ letter }) => letter },
          { key: 'day', label: t('sheet.date'), cell: ({ day }) => formatDate(day) },
          {
            key: 'answered',
            label: t('rows.answered'),
            align: 'end',
            cell: ({ answered, asked }) => `${answered}/${asked}`,
          },
          { key: 'unknown', label: t('rows.unknown'), align: 'end', cell: ({ unknown }) => unknown },
        ]}
      />
    </Panel>
  )
}

/** What became of an upload that was confirmed. */
export function BatchDone({ view }: { view: BatchView }) {
  const t = useT('paper')
  const { campaign, fileName, summary, confirmedAt } = view
  const { taken = 0, meanwhile = 0, wrong } = summary
  return (
    <>
      <PageTitle under={fileName} lead={t('done.lead', { count: taken })}>
        {t('done.title')}
      </PageTitle>
      {meanwhile > 0 ? <Note>{t('done.meanwhile', { count: meanwhile })}</Note> : null}
      {wrong > 0 ? <Note kind="care">{t('done.wrong', { count: wrong })}</Note> : null}
      {confirmedAt ? <p className="muted">{t('done.at', { time: formatDateTime(confirmedAt) })}</p> : null}
      <ButtonRow>
        <ButtonLink to={paths.campaign(campaign.id)}>{t('done.campaign')}</ButtonLink>
        <ButtonLink to={paths.paper(campaign.id)} quiet>
          {t('preview.another')}
        </ButtonLink>
      </ButtonRow>
      <BatchProblems view={view} />
    </>
  )
}

export function BatchDiscarded({ view }: { view: BatchView }) {
  const t = useT('paper')
  return (
    <>
      <PageTitle under={view.fileName} lead={t('discarded.text')}>
        {t('discarded.title')}
      </PageTitle>
      <ButtonRow>
        <ButtonLink to={paths.paper(view.campaign.id)}>{t('preview.another')}</ButtonLink>
      </ButtonRow>
    </>
  )
}
