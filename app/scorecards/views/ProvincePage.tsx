import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { pointsText } from '../score-words'
import type { ProvinceView } from './view-province.server'
import { ExampleNote, ScorecardTabs } from './ProvinceNotes'
import { ProvinceTable } from './ProvinceTable'

type Shown = NonNullable<ProvinceView['shown']>

/** The communes of a province by their scores: what they amount to, then each with its range, place and change. */
export function ProvincePage({ view, tab }: { view: ProvinceView; tab: 'total' | 'groups' }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { shown, province } = view
  if (!shown) return <NothingYet view={view} />
  const snapshot = shown.snapshot?.id
  const title = shown.title[locale]
  return (
    <Main wide>
      <PageTitle
        under={`${province} · ${t('under', { title, number: shown.number, day: formatDate(shown.day) })}`}
        lead={leadText(locale, shown)}
        actions={
          view.mayEdit && !shown.snapshot ? (
            <ButtonLink to={paths.scorecardSnapshots()}>{t('snapshot.take')}</ButtonLink>
          ) : undefined
        }
      >
        {t('title')}
      </PageTitle>
      <ScorecardTabs current="communes" />
      {shown.snapshot ? (
        <Note title={t('snapshot.shown', { title: shown.snapshot.title, day: formatDate(shown.day) })}>
          {t('snapshot.shownText', { number: shown.number })}{' '}
          <a href={paths.scorecards()}>{t('snapshot.toNow')}</a>
        </Note>
      ) : null}
      <ExampleNote example={shown.example} />
      <Waiting waiting={shown.waiting} />
      <Panel
        title={t('table.title')}
        end={
          <>
            <a href={paths.scorecardsWorkbook({ snapshot })}>{t('export.xlsx')}</a> ·{' '}
            <a href={paths.scorecardsCsv({ snapshot })}>{t('export.csv')}</a>
          </>
        }
      >
        <Filters
          clearHref={view.query.filter || snapshot ? paths.scorecards() : undefined}
          keep={{
            view: tab === 'groups' ? 'groups' : undefined,
            sort: view.query.sort,
            dir: view.query.direction,
          }}
        >
          <Field id="q" name="q" label={t('filter.name')} defaultValue={view.query.filter} width="medium" />
          <Select
            id="snapshot"
            name="snapshot"
            label={t('filter.when')}
            defaultValue={snapshot ?? ''}
            width="medium"
            options={[
              { value: '', label: t('filter.now') },
              ...view.snapshots.map((each) => ({
                value: each.id,
                label: t('filter.snapshot', { title: each.title, day: formatDate(each.day) }),
              })),
            ]}
          />
        </Filters>
        <ProvinceTable view={view} shown={shown} tab={tab} />
        <p className="small muted">{t('table.method')}</p>
        {shown.before ? (
          <p className="small muted">
            {t('table.change', {
              title: shown.before.snapshot.title,
              day: formatDate(shown.before.snapshot.day),
              count: shown.before.criteria,
              of: shown.criteria,
            })}
          </p>
        ) : null}
      </Panel>
    </Main>
  )
}

/** What the province's scores amount to, in a sentence or two. */
function leadText(locale: Locale, { conclusion, of }: Shown): string {
  const t = getT(locale, 'scorecard')
  const { middle, group, thin, communes } = conclusion
  if (middle === null) return t('lead.none')
  const parts = [
    t('lead.middle', { share: formatPercent(locale, middle), of: pointsText(locale, of) }),
    group ? t('lead.group', { name: group.name[locale], points: formatNumber(locale, group.left, 1) }) : null,
    thin > 0 ? t('lead.thin', { count: thin, of: communes }) : null,
  ]
  return parts.filter(Boolean).join(' ')
}

function Waiting({ waiting }: { waiting: Shown['waiting'] }) {
  const t = useT('scorecard')
  const locale = useLocale()
  if (waiting.length === 0) return null
  return (
    <Panel title={t('waiting.title', { count: waiting.length })}>
      <ul>
        {waiting.slice(0, 8).map(({ communeCode, commune, criterion, name }) => (
          <li key={`${communeCode} ${criterion}`}>
            <a href={paths.scorecardEntry(communeCode, criterion)}>
              {commune}: {name[locale]}
            </a>
          </li>
        ))}
      </ul>
      {waiting.length > 8 ? (
        <p className="small muted">{t('waiting.more', { count: waiting.length - 8 })}</p>
      ) : null}
    </Panel>
  )
}

/** Before there are criteria in force: what to do first. */
function NothingYet({ view }: { view: ProvinceView }) {
  const t = useT('scorecard')
  const { mayEdit, hasDraft, begins } = view
  const key = begins ? 'later' : hasDraft ? 'draft' : 'none'
  return (
    <Main wide>
      <PageTitle under={view.province} lead={t('lead.nothing')}>
        {t('title')}
      </PageTitle>
      <ScorecardTabs current="communes" />
      <EmptyState
        title={t(`empty.${key}`, { day: begins ? formatDate(begins) : '' })}
        text={t(`empty.${key}.text`)}
        action={
          mayEdit ? (
            <ButtonLink to={paths.scorecardCriteria(hasDraft ? { draft: 'yes' } : {})}>
              {t(`empty.${key}.action`)}
            </ButtonLink>
          ) : undefined
        }
      />
    </Main>
  )
}
