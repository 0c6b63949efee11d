import { paths } from '~/paths'
import { formatDate, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { changeText, pointsText, rankText } from '../score-words'
import { shareOf } from './province-table'
import { CriteriaPanel } from './CriteriaPanel'
import { NextPanel } from './NextPanel'
import { PointsDot, PointsText } from './PointsDot'
import { ExampleNote } from './ProvinceNotes'
import type { CommuneView, ShownCommune } from './view-commune.server'

/** The scorecard of one commune: the total with its range, what would raise it next, each criterion, and how it was before. */
export function CommunePage({ view, note }: { view: CommuneView; note: string | null }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { commune, shown, seesProvince } = view
  const back = seesProvince
    ? { to: paths.scorecards(), label: t('title') }
    : { to: paths.desk(), label: t('crumb.desk') }
  return (
    <Main wide>
      <Crumbs items={[back, { label: commune.name }]} />
      <PageTitle
        under={
          shown
            ? t('under', { title: shown.title[locale], number: shown.version, day: formatDate(shown.day) })
            : view.province
        }
        lead={shown ? leadText(locale, shown) : undefined}
      >
        {t('commune.title', { name: locale === 'vi' ? commune.inText : commune.name })}
      </PageTitle>
      {note === 'entered' ? (
        <Note kind="done" role="status" title={t('note.entered')}>
          {t('note.enteredText')}
        </Note>
      ) : null}
      {shown ? (
        <Scored view={view} shown={shown} />
      ) : (
        <EmptyState title={t('empty.commune')} text={t('empty.commune.text')} />
      )}
    </Main>
  )
}

function Scored({ view, shown }: { view: CommuneView; shown: ShownCommune }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { commune } = view
  return (
    <>
      {shown.snapshot ? (
        <Note title={t('snapshot.shown', { title: shown.snapshot.title, day: formatDate(shown.day) })}>
          {t('snapshot.shownText', { number: shown.version })}{' '}
          <a href={paths.scorecardOf(commune.code)}>{t('snapshot.toNow')}</a>
        </Note>
      ) : null}
      <ExampleNote example={shown.example} />
      <Columns kind="two">
        <Panel title={t('groups.title')}>
          <Table
            caption={t('groups.caption')}
            captionHidden
            rows={shown.groups}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'name',
                label: t('groups.name'),
                cell: ({ code, name }) => <a href={`#group-${code}`}>{name[locale]}</a>,
              },
              {
                key: 'points',
                label: t('table.points'),
                align: 'end',
                cell: ({ total }) => <PointsText total={total} />,
              },
              {
                key: 'dot',
                label: t('table.share'),
                figure: true,
                cell: ({ total }) => <PointsDot total={total} />,
              },
            ]}
          />
          <p className="small muted">{t('table.method')}</p>
        </Panel>
        {shown.snapshot ? null : (
          <NextPanel commune={commune} shown={shown} mayEnter={view.mayEnter} isPlanner={view.seesProvince} />
        )}
      </Columns>
      {shown.groups.map((group) => (
        <CriteriaPanel
          key={group.code}
          commune={commune}
          group={group}
          units={shown.units}
          mayEnter={view.mayEnter}
          isPlanner={view.seesProvince}
        />
      ))}
      <Panel title={t('history.title')} id="history">
        {shown.history.length === 0 ? (
          <p className="muted">{t('history.none')}</p>
        ) : (
          <Table
            caption={t('history.caption')}
            rows={shown.history}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                label: t('history.when'),
                cell: ({ id, title, day }) => (
                  <a href={paths.scorecardOf(commune.code, { snapshot: id })}>
                    {t('filter.snapshot', { title, day: formatDate(day) })}
                  </a>
                ),
              },
              { key: 'version', label: t('history.version'), align: 'end', cell: ({ version }) => version },
              {
                key: 'points',
                label: t('table.points'),
                align: 'end',
                cell: ({ total }) => <PointsText total={total} />,
              },
              {
                key: 'change',
                label: t('history.change'),
                cell: ({ change }) =>
                  change
                    ? t('history.changeOf', {
                        change: changeText(locale, change),
                        points: pointsText(locale, change.compared),
                      })
                    : '–',
              },
            ]}
          />
        )}
        <p className="small muted">{t('history.text')}</p>
      </Panel>
    </>
  )
}

/** Points with their range, of how many there are figures, the place, and the change, in sentences. */
function leadText(locale: Locale, { total, rank, change, before, unconfirmed }: ShownCommune): string {
  const t = getT(locale, 'scorecard')
  if (total.known === 0) return t('commune.lead.none')
  const values = {
    points: pointsText(locale, total.points),
    known: pointsText(locale, total.known),
    of: pointsText(locale, total.of),
    share: formatPercent(locale, shareOf(total)),
    low: pointsText(locale, total.low),
    high: pointsText(locale, total.high),
  }
  return [
    t(total.low === total.high ? 'commune.lead.exact' : 'commune.lead', values),
    rank ? t('commune.lead.rank', { rank: rankText(locale, rank) }) : null,
    change && before
      ? t('commune.lead.change', { title: before.title, change: changeText(locale, change) })
      : null,
    unconfirmed > 0 ? t('commune.lead.waiting', { points: pointsText(locale, unconfirmed) }) : null,
  ]
    .filter(Boolean)
    .join(' ')
}
