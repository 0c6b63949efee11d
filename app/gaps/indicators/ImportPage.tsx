import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import type { T } from '~/platform/i18n/translate'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { FileFault } from './file-fault'
import { IndicatorCrumbs } from './IndicatorCrumbs'

const mostFaults = 30

type Props = { error?: string; faults: FileFault[] }

/** What is wrong with a file, a line a fault, each with its cell; of very many the first. */
export function faultLines(t: T<'indicators'>, faults: readonly FileFault[]): string[] {
  const lines = faults
    .slice(0, mostFaults)
    .map(({ at, key, values }) => t('import.at', { at, text: translated(t, key, values) ?? '' }))
  if (faults.length > mostFaults) lines.push(t('import.more', { count: faults.length - mostFaults }))
  return lines
}

/** Where a file of values is fetched and handed in; faults are named by cell. */
export function ImportPage({ error, faults }: Props) {
  const t = useT('indicators')
  const texts = error ? [error] : faultLines(t, faults)
  return (
    <Main wide>
      <ErrorSummary
        title={faults.length > 0 ? t('import.nothingStored') : undefined}
        errors={texts.map((text) => ({ fieldId: 'file', text }))}
      />
      <IndicatorCrumbs here={t('import.title')} />
      <PageTitle lead={t('import.lead')}>{t('import.title')}</PageTitle>
      <Panel title={t('import.how')}>
        <ol>
          <li>{t('import.step1')}</li>
          <li>{t('import.step2')}</li>
          <li>{t('import.step3')}</li>
        </ol>
        <ButtonRow>
          <ButtonLink quiet to={paths.indicatorsTemplate()} download>
            {t('import.template')}
          </ButtonLink>
          <a href={paths.indicatorsTemplate({ layout: 'long' })} download>
            {t('import.templateLong')}
          </a>
        </ButtonRow>
      </Panel>
      <Panel title={t('import.upload')}>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <FileField
            id="file"
            name="file"
            label={t('import.file')}
            accept=".xlsx,.csv"
            hint={texts.length > 0 ? t('import.again') : undefined}
            error={texts[0]}
          />
          <ButtonRow>
            <Button>{t('import.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}
