import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { ImportFault } from './import-rows'
import { ResourceTabs } from './ResourceNotes'

const mostFaults = 40

export type ImportCounts = { trainers: number; venues: number; travel: number }
type Props = { error?: string; faults: ImportFault[]; stored: ImportCounts | null }

/** Where the workbook of trainers, venues and hours is fetched and handed in; faults are named by sheet and cell. */
export function ImportPage({ error, faults, stored }: Props) {
  const t = useT('planning')
  const lines = faults.slice(0, mostFaults).map(({ sheet, cell, key, value }) => {
    const text = t(`import.fault.${key}`, { value })
    return sheet ? `${t('import.at', { sheet, cell })} ${text}` : text
  })
  if (faults.length > mostFaults) lines.push(t('import.more', { count: faults.length - mostFaults }))
  const texts = error ? [error] : lines
  return (
    <Main wide>
      <ErrorSummary
        title={faults.length > 0 ? t('import.nothingStored') : undefined}
        errors={texts.map((text) => ({ fieldId: 'file', text }))}
      />
      <Crumbs items={[{ to: paths.plans(), label: t('plans.title') }, { label: t('import.title') }]} />
      <PageTitle lead={t('import.lead')}>{t('import.title')}</PageTitle>
      <ResourceTabs current="import" />
      {stored ? (
        <Note kind="done" role="status" title={t('import.done')}>
          {t('import.counts', stored)}
        </Note>
      ) : null}
      <Panel title={t('import.how')}>
        <ol>
          <li>{t('import.step1')}</li>
          <li>{t('import.step2')}</li>
          <li>{t('import.step3')}</li>
        </ol>
        <ButtonRow>
          <ButtonLink quiet to={paths.planResourcesTemplate()} download>
            {t('import.template')}
          </ButtonLink>
        </ButtonRow>
      </Panel>
      <Panel title={t('import.upload')}>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <FileField
            id="file"
            name="file"
            label={t('import.file')}
            accept=".xlsx"
            error={error ?? lines[0]}
          />
          <ButtonRow>
            <Button>{t('import.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}
