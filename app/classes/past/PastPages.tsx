import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { ListCheck, useDoubtErrors } from '../people/ListCheck'
import type { LineMatch } from '../people/match-people'
import type { PastClass, PastFault } from './past'

export type PastCheck = { past: PastClass; lines: LineMatch[]; asked: boolean }

const mostFaults = 30

function PastCrumbs() {
  const t = useT('classes')
  return <Crumbs items={[{ to: paths.classes(), label: t('title') }, { label: t('past.title') }]} />
}

/** Where the workbook of a class that was held is handed in; what is wrong with it is named by sheet and cell. */
export function PastUploadPage({ error, faults }: { error?: string; faults: PastFault[] }) {
  const t = useT('classes')
  const lines = faults.slice(0, mostFaults).map(({ sheet, cell, key, value }) => {
    const text = translated(t, key, { value }) ?? ''
    if (!sheet) return text
    const where = cell ? t('past.at', { sheet, cell }) : t('past.atSheet', { sheet })
    return `${where} ${text}`
  })
  if (faults.length > mostFaults) lines.push(t('past.more', { count: faults.length - mostFaults }))
  const texts = error ? [error] : lines
  return (
    <Main wide>
      <ErrorSummary errors={texts.map((text) => ({ fieldId: 'file', text }))} />
      <PastCrumbs />
      <PageTitle lead={t('past.lead')}>{t('past.title')}</PageTitle>
      <Panel title={t('past.how')}>
        <ol>
          <li>{t('past.step1')}</li>
          <li>{t('past.step2')}</li>
          <li>{t('past.step3')}</li>
        </ol>
        <ButtonRow>
          <ButtonLink quiet to={paths.classTemplate()} download>
            {t('past.template')}
          </ButtonLink>
        </ButtonRow>
      </Panel>
      <Panel title={t('past.upload')}>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <FileField id="file" name="file" label={t('past.file')} accept=".xlsx" error={texts[0]} />
          <ButtonRow>
            <Button>{t('file.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}

/** What was read, before it is stored: the days, and whom each line means. */
export function PastCheckPage({ past, lines, asked }: PastCheck) {
  const t = useT('classes')
  const { titleVi, sessions } = past.fields
  return (
    <Main wide>
      <ErrorSummary errors={useDoubtErrors(lines, asked)} />
      <PastCrumbs />
      <PageTitle lead={t('past.checkLead', { sessions: sessions.length, count: lines.length })}>
        {titleVi}
      </PageTitle>
      <Table
        caption={t('sessions.title')}
        rows={sessions.map((session, i) => ({ ...session, key: String(i) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'when',
            label: t('session.when'),
            cell: ({ date, startsAt, endsAt }) => `${date}, ${startsAt}–${endsAt}`,
          },
          { key: 'place', label: t('session.place'), cell: ({ place }) => place },
          { key: 'trainer', label: t('session.trainer'), cell: ({ trainer }) => trainer || '–' },
          {
            key: 'present',
            label: t('session.present'),
            align: 'end',
            cell: ({ key }) => past.people.filter(({ marks }) => marks[Number(key)]).length,
          },
        ]}
      />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'confirm', past: JSON.stringify(past) }} />
        <ListCheck lines={lines} asked={asked} />
        <ButtonRow>
          <Button>{t('past.submit')}</Button>
          <a href={paths.classImport()}>{t('past.again')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
