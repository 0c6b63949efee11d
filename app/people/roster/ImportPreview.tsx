import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { HiddenFields } from '~/ui/HiddenFields'
import { Kpi } from '~/ui/Kpi'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Tabs } from '~/ui/Tabs'
import { DecisionForm } from './DecisionForm'
import { DiscardButton, SheetChoice } from './ImportStates'
import { ProblemList } from './ProblemList'
import { shows } from './preview-page'
import { RowList } from './RowList'
import type { ImportView } from './view-import.server'

type View = Extract<ImportView, { state: 'preview' }>

/** What a confirmation would do, and every row behind each figure. */
export function ImportPreview({ view }: { view: View }) {
  const t = useT('roster')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const { id, fileName, totals, rows, counts, page, sheet, sheets } = view
  const figures = {
    rows: number(rows),
    importable: number(view.importable),
    decide: number(totals.decide),
    error: number(totals.error),
  }
  const whole = totals.error === 0 && totals.decide === 0
  return (
    <>
      <PageTitle
        lead={
          <>
            <b>{t('preview.nothing')}</b> {t('preview.lead', figures)}{' '}
            {whole ? t('preview.clean') : t('preview.mend')}
          </>
        }
        under={t('preview.sheet', { sheet })}
      >
        {t('preview.title', { file: fileName })}
      </PageTitle>
      <Columns kind="four">
        <Kpi
          label={t('preview.kpi.new')}
          value={number(totals.new)}
          to={paths.rosterImport(id, { show: 'new' })}
        />
        <Kpi
          label={t('preview.kpi.changed')}
          value={number(totals.changed + totals.moved)}
          to={paths.rosterImport(id, { show: 'changed' })}
        >
          {totals.moved > 0 ? (
            <a href={paths.rosterImport(id, { show: 'moved' })}>
              {t('preview.kpi.moved', { count: number(totals.moved) })}
            </a>
          ) : null}
        </Kpi>
        <Kpi
          label={t('preview.kpi.unchanged')}
          value={number(totals.unchanged)}
          to={paths.rosterImport(id, { show: 'unchanged' })}
        />
        <Kpi
          label={t('preview.kpi.error')}
          value={number(totals.error)}
          to={paths.rosterImport(id, { show: 'error' })}
        >
          {totals.error > 0 ? (
            <a href={paths.rosterErrors(id)} download>
              {t('preview.kpi.download')}
            </a>
          ) : null}
        </Kpi>
      </Columns>
      <ConvertOffer view={view} />
      <Tabs
        label={t('show.label')}
        items={shows
          .filter((show) => counts[show] > 0 || show === page.show)
          .map((show) => ({
            to: paths.rosterImport(id, { show }),
            label: t(`show.${show}`),
            count: number(counts[show]),
            current: show === page.show,
          }))}
      />
      <PageList view={view} />
      <Pagination
        page={page.page}
        pages={page.pages}
        hrefOf={(n) => paths.rosterImport(id, { show: page.show, page: n })}
      />
      {view.decided > 0 ? (
        <form method="post">
          <p>
            {t('decide.made', { count: view.decided })}{' '}
            <button className="link" name="intent" value="undecide">
              {t('decide.again')}
            </button>
          </p>
        </form>
      ) : null}
      <ConfirmRow view={view} whole={whole} />
      {sheets.length > 1 ? <SheetChoice sheets={sheets} current={sheet} /> : null}
    </>
  )
}

function PageList({ view: { page, names } }: { view: View }) {
  if ('lines' in page) return <ProblemList lines={page.lines} kind={page.show} />
  if (page.show === 'decide') return <DecisionForm rows={page.rows} names={names} page={page.page} />
  return <RowList rows={page.rows} show={page.show} names={names} />
}

function ConvertOffer({ view }: { view: View }) {
  const t = useT('roster')
  if (view.legacyCells === 0 || view.converted) return null
  return (
    <Note kind="care">
      <form method="post" className="row">
        <HiddenFields values={{ intent: 'convert' }} />
        <span>{t('errors.convertAll', { count: view.legacyCells })}</span>
        <Button quiet>{t('errors.convert')}</Button>
      </form>
    </Note>
  )
}

function ConfirmRow({ view, whole }: { view: View; whole: boolean }) {
  const t = useT('roster')
  const { importable: count, mark } = view
  return (
    <>
      <p className="muted">
        {t('confirm.allOrNothing')} {t('preview.kept')}
      </p>
      <ButtonRow>
        {count > 0 ? (
          <form method="post">
            <HiddenFields values={{ intent: 'confirm', mark, rows: whole ? 'whole' : 'right' }} />
            <Button>{whole ? t('confirm.whole', { count }) : t('confirm.right', { count })}</Button>
          </form>
        ) : (
          <span>{t('confirm.none')}</span>
        )}
        <ButtonLink to={paths.rosterImports()} quiet>
          {t('another')}
        </ButtonLink>
        <DiscardButton />
      </ButtonRow>
    </>
  )
}
