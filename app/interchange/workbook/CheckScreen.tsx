import { paths } from '~/paths'
import { ReportCrumbs } from '~/gaps/ReportCrumbs'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { mainFormId } from '~/platform/http/handle'
import type { CellValue } from '~/formats/table'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { isSame, isWhole, mostListed, type SheetComparison, type WorkbookCheck } from './compare-workbook'

type Compared = Extract<WorkbookCheck, { kind: 'compared' }>
type Props = {
  campaign: { id: string; title: Bilingual; province: string }
  error?: string
  check?: Compared
}

/** Where a workbook of the report is handed in, and what came of comparing it. */
export function CheckScreen({ campaign, error, check }: Props) {
  const t = useT('workbook')
  const locale = useLocale()
  return (
    <Main wide>
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <ReportCrumbs campaign={campaign} here={t('check.title')} />
      <PageTitle under={campaign.title[locale]} lead={check ? undefined : t('check.lead')}>
        {t('check.title')}
      </PageTitle>
      {check ? <Outcome check={check} /> : null}
      <Panel title={t(check ? 'check.other' : 'check.title')}>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <FileField
            id="file"
            name="file"
            label={t('check.file')}
            accept=".xlsx"
            hint={error ? t('check.again') : undefined}
            error={error}
          />
          <ButtonRow>
            <Button>{t('check.submit')}</Button>
            <ButtonLink quiet to={paths.gaps(campaign.id)}>
              {t('check.back')}
            </ButtonLink>
          </ButtonRow>
        </form>
      </Panel>
      <Panel title={t('check.how')}>
        <p>{t('check.how.text')}</p>
      </Panel>
    </Main>
  )
}

function Outcome({ check }: { check: Compared }) {
  const t = useT('workbook')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const released = check.sheets.filter(({ living }) => !living)
  const sum = (count: (sheet: SheetComparison) => number) =>
    number(released.reduce((total, sheet) => total + count(sheet), 0))
  return (
    <>
      {isWhole(check) ? (
        <Note kind="done" role="status">
          {t('check.same', { figures: sum(({ figures }) => figures), rows: sum(({ rows }) => rows) })}
        </Note>
      ) : (
        <Note kind="stop" role="alert">
          {t('check.differs', {
            cells: sum(({ differing }) => differing),
            missing: sum(({ missing }) => missing.count),
            added: sum(({ added, doubled }) => added.count + doubled.count),
          })}
        </Note>
      )}
      {check.sameRelease === false ? <Note kind="care">{t('check.otherRelease')}</Note> : null}
      {check.sameRelease === null ? <Note>{t('check.noRelease')}</Note> : null}
      <Panel title={t('check.sheets')}>
        <Table
          caption={t('check.caption')}
          captionHidden
          rows={check.sheets}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: t('check.sheet'), cell: ({ name }) => name },
            { key: 'result', label: t('check.result'), cell: (sheet) => <Result sheet={sheet} /> },
            { key: 'rows', label: t('check.rows'), align: 'end', cell: ({ rows }) => number(rows) },
            {
              key: 'figures',
              label: t('check.compared'),
              align: 'end',
              cell: ({ figures }) => number(figures),
            },
          ]}
        />
      </Panel>
      {check.sheets
        .filter((sheet) => sheet.found && !isSame(sheet))
        .map((sheet) => (
          <SheetDifferences key={sheet.id} sheet={sheet} />
        ))}
    </>
  )
}

function Result({ sheet }: { sheet: SheetComparison }) {
  const t = useT('workbook')
  if (!sheet.found) return <b>{t('check.result.absent')}</b>
  if (isSame(sheet)) return <>{t('check.result.same')}</>
  return <b>{t(sheet.living ? 'check.result.living' : 'check.result.differs')}</b>
}

function SheetDifferences({ sheet }: { sheet: SheetComparison }) {
  const t = useT('workbook')
  const locale = useLocale()
  const { name, columnsMissing, columnsAdded, cells, differing } = sheet
  const shown = (value: CellValue): string => {
    if (value === null || value === '') return t('check.nothing')
    if (value instanceof Date) return formatDate(value)
    return typeof value === 'number'
      ? formatNumber(locale, value, Number.isInteger(value) ? 0 : 4)
      : String(value)
  }
  const lists = [
    { key: 'missing' as const, ...sheet.missing },
    { key: 'added' as const, ...sheet.added },
    { key: 'doubled' as const, ...sheet.doubled },
  ].filter(({ count }) => count > 0)
  return (
    <Panel title={name}>
      {columnsMissing.length > 0 ? (
        <p>{t('check.columnsMissing', { sheet: name, columns: columnsMissing.join(', ') })}</p>
      ) : null}
      {columnsAdded.length > 0 ? (
        <p>{t('check.columnsAdded', { sheet: name, columns: columnsAdded.join(', ') })}</p>
      ) : null}
      {lists.map(({ key, count, rows }) => (
        <section key={key}>
          <h3>{t(`check.${key}`, { sheet: name, count })}</h3>
          <More count={count} />
          <ul>
            {rows.map(({ row, line }) => (
              <li key={`${line ?? ''} ${row}`}>{line === null ? row : t('check.line', { line, row })}</li>
            ))}
          </ul>
        </section>
      ))}
      {differing > 0 ? (
        <>
          <More count={differing} />
          <Table
            caption={t('check.differences', { sheet: name, count: differing })}
            rows={cells}
            rowKey={({ cell }) => cell}
            columns={[
              { key: 'cell', label: t('check.cell'), cell: ({ cell }) => cell },
              { key: 'row', label: t('check.row'), cell: ({ row }) => row },
              { key: 'column', label: t('check.column'), cell: ({ column }) => column },
              { key: 'theirs', label: t('check.theirs'), cell: ({ theirs }) => <b>{shown(theirs)}</b> },
              { key: 'ours', label: t('check.ours'), cell: ({ ours }) => shown(ours) },
            ]}
          />
        </>
      ) : null}
    </Panel>
  )
}

function More({ count }: { count: number }) {
  const t = useT('workbook')
  const locale = useLocale()
  if (count <= mostListed) return null
  return (
    <p className="small muted">
      {t('check.first', { shown: formatNumber(locale, mostListed), count: formatNumber(locale, count) })}
    </p>
  )
}
