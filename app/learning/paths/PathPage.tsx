import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import type { PathView } from './path-view'
import { PathLead } from './PathLead'
import { PathMissing } from './PathMissing'
import { PathSteps } from './PathSteps'
import type { NeededRow, PositionPath } from './position-paths.server'

/** What somebody in a position learns, in order, and why; prints as a list to tick. */
export function PathPage({ page }: { page: PositionPath }) {
  const t = useT('route')
  const { position, adapted, path, needed, standings, printedOn } = page
  const done = Object.values(standings ?? {}).filter((each) => each === 'finished').length
  return (
    <Main>
      <BackLink to={paths.learningPaths()}>{t('path.back')}</BackLink>
      <PageTitle
        under={position.department}
        lead={path.steps.length > 0 ? <PathLead path={path} /> : undefined}
      >
        {t('path.title', { name: position.name })}
      </PageTitle>
      <Cover />
      {standings && path.steps.length > 0 ? (
        <div className="no-print">
          <Note kind={done === path.steps.length ? 'done' : 'info'} title={t('path.own')}>
            {t('path.progress', { done, count: path.steps.length })}
          </Note>
        </div>
      ) : null}
      {needed.length === 0 ? <EmptyState title={t('path.noNeeds')} text={t('path.noNeeds.text')} /> : null}
      {path.steps.length > 0 ? (
        <>
          <h2>{t('path.steps')}</h2>
          <PathSteps steps={path.steps} whose="position" anchored standings={standings} />
        </>
      ) : null}
      <PathMissing missing={path.missing} />
      {needed.length > 0 ? (
        <>
          <h2>{t('needed.title')}</h2>
          <Needed rows={needed} path={path} />
        </>
      ) : null}
      <p className="small muted">
        {t(adapted ? 'path.adapted' : 'path.shipped')} {t('path.made')}{' '}
        <span className="print-only">{t('path.printed', { date: formatDate(printedOn) })}</span>
      </p>
    </Main>
  )
}

/** Lines for a pen. */
function Cover() {
  const t = useT('route')
  return (
    <div className="print-only">
      <dl className="paper-who">
        {(['cover.name', 'cover.from'] as const).map((key) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </div>
  )
}

function Needed({ rows, path }: { rows: NeededRow[]; path: PathView }) {
  const t = useT('route')
  return (
    <Table
      caption={t('needed.title')}
      captionHidden
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', label: t('needed.competency'), cell: ({ code, name }) => `${code} ${name}` },
        { key: 'level', label: t('needed.level'), cell: ({ level }) => level },
        { key: 'where', label: t('needed.where'), cell: (row) => <Where row={row} path={path} /> },
      ]}
    />
  )
}

/** The numbers of the steps that lead there, and how far, where that is not far enough. */
function Where({ row: { code, steps }, path }: { row: NeededRow; path: PathView }) {
  const t = useT('route')
  const locale = useLocale()
  const lack = path.missing.find((each) => each.code === code)
  const short = lack
    ? t(lack.kind === 'partly' ? 'needed.partly' : 'needed.none', { level: lack.reached })
    : null
  if (steps.length === 0) return <>{short}</>
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(steps.map(String))
  return (
    <>
      {t('needed.step')}{' '}
      {parts.map(({ type, value }, i) =>
        type === 'element' ? (
          <a key={i} href={`#step-${value}`}>
            {value}
          </a>
        ) : (
          value
        ),
      )}
      {short ? `; ${short}` : null}
    </>
  )
}
