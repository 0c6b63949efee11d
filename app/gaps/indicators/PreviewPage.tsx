import { paths } from '~/paths'
import { fieldProps } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import type { ComparedValue } from './compare-values'
import type { ImportPreview } from './import-indicators.server'
import { faultLines } from './ImportPage'
import { IndicatorCrumbs } from './IndicatorCrumbs'
import { ChoicePanels, needsChoice } from './PreviewChoices'
import { PreviewColumns } from './PreviewColumns'
import { previewIndicator, valueInFile } from './preview-words'
import { valueText } from './value-text'

type Props = {
  preview: ImportPreview
  /** Whether it comes back instead of being stored: because something changed since it was seen. */ again?: boolean
}

const mostShown = 60

/** What a file says and what storing it would change; nothing is stored yet. */
export function PreviewPage({ preview, again }: Props) {
  const t = useT('indicators')
  const locale = useLocale()
  const { read, compared, counts, table, choices, seen, fileName } = preview
  const field = fieldProps(t, { typed: choices, errors: read.errors })
  const wrong = Object.keys(read.errors).flatMap((name) => {
    const { error } = field(name)
    return error ? [{ fieldId: name, text: error }] : []
  })
  const faults = faultLines(t, read.faults).map((text) => ({ fieldId: 'columns', text }))
  const storable = counts.new + counts.changed
  const isReady = storable > 0 && wrong.length === 0 && faults.length === 0
  const isAsked = read.columns.some(needsChoice)
  const communes = new Set(compared.map(({ communeCode }) => communeCode)).size
  const n = (value: number) => formatNumber(locale, value)
  const lead = t('preview.lead', {
    ...{ values: n(compared.length), communes: n(communes) },
    ...{ added: n(counts.new), changed: n(counts.changed), same: n(counts.same) },
  })
  return (
    <Main wide>
      <ErrorSummary
        title={faults.length > 0 ? t('preview.fault') : undefined}
        errors={[...wrong, ...faults]}
      />
      <IndicatorCrumbs here={t('import.title')} />
      <PageTitle under={fileName} lead={compared.length > 0 ? lead : t('preview.leadNone')}>
        {t('preview.title')}
      </PageTitle>
      {again ? <Note kind="care">{t('preview.again')}</Note> : null}
      {read.monthFirst ? <Note kind="care">{t('preview.monthFirst')}</Note> : null}
      {table.others.length > 0 ? (
        <Note>{t('preview.sheets', { sheet: table.sheet, others: table.others.join(', ') })}</Note>
      ) : null}
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ table: JSON.stringify(table), fileName, seen }} />
        <PreviewColumns preview={preview} />
        <ChoicePanels preview={preview} field={field} />
        <Values preview={preview} state="changed" />
        <Values preview={preview} state="new" />
        {compared.length > 0 && storable === 0 ? <Note>{t('preview.same')}</Note> : null}
        <ButtonRow>
          {isReady ? (
            <Button name="intent" value="confirm">
              {t('preview.confirm', { count: storable })}
            </Button>
          ) : null}
          {isAsked ? (
            <Button quiet={isReady} name="intent" value="preview">
              {t('preview.update')}
            </Button>
          ) : null}
          <a href={paths.indicatorsImport()}>{t('preview.other')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

type ValuesProps = { preview: ImportPreview; state: 'new' | 'changed' }

/** The values that would be new or change, those in force beside them. */
function Values({ preview, state }: ValuesProps) {
  const t = useT('indicators')
  const locale = useLocale()
  const rows = preview.compared.filter((each) => each.state === state)
  if (rows.length === 0) return null
  const names = new Map(preview.communes.map(({ code, name }) => [code, name]))
  const nameOf = (each: ComparedValue) => previewIndicator(preview, each.column)?.name[locale] ?? ''
  const now: Column<ComparedValue> = {
    key: 'before',
    label: t('preview.now'),
    align: 'end',
    cell: (each) => {
      const indicator = previewIndicator(preview, each.column)
      return each.before && indicator ? (
        <>
          {valueText(locale, indicator, each.before.value)}
          <br />
          <small>{each.before.source}</small>
        </>
      ) : null
    },
  }
  const table = (
    <Table
      caption={t(`preview.${state}.caption`)}
      captionHidden
      rows={rows.slice(0, mostShown)}
      rowKey={({ column, communeCode, date }) => `${column} ${communeCode} ${date}`}
      columns={[
        {
          key: 'name',
          label: t('column.name'),
          cell: ({ communeCode }) => names.get(communeCode) ?? communeCode,
        },
        { key: 'indicator', label: t('column.indicator'), cell: nameOf },
        { key: 'date', label: t('list.day'), cell: ({ date }) => formatDate(date) },
        ...(state === 'changed' ? [now] : []),
        {
          key: 'value',
          label: state === 'changed' ? t('preview.then') : t('column.value'),
          align: 'end',
          cell: (each) => <b>{valueInFile(locale, preview, each)}</b>,
        },
        { key: 'source', label: t('column.source'), cell: ({ source }) => source },
      ]}
    />
  )
  const more =
    rows.length > mostShown ? (
      <p className="muted">{t(`preview.${state}.more`, { count: rows.length - mostShown })}</p>
    ) : null
  if (state === 'changed')
    return (
      <Panel title={t('preview.changed')}>
        {table}
        {more}
      </Panel>
    )
  return (
    <details className="panel">
      <summary>{t('preview.new')}</summary>
      {table}
      {more}
    </details>
  )
}
