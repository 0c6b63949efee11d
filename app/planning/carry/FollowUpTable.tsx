import { daysText } from '~/classes/when'
import { StateTag } from '~/classes/StateTag'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Column } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { Counts } from './follow-up'
import type { FollowUpView } from './follow-up.server'

type Followed = NonNullable<FollowUpView['lines'][number]['class']>
type Row = Omit<FollowUpView['lines'][number], 'title' | 'class'> & {
  title: FollowUpView['lines'][number]['title'] | null
  class: FollowUpView['lines'][number]['class']
}

/** The lines of the follow-up with their sums at the end; names of people stand on the page of a class. */
export function FollowUpTable({ view }: { view: FollowUpView }) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, by, lines, total, sort, direction } = view
  const when = useWhen()
  const number = (value: number) => formatNumber(locale, value)
  const figure = (key: keyof Counts, sortable = true): Column<Row> => ({
    key,
    label: t(`column.${key}`),
    align: 'end',
    sortable,
    wideOnly: key === 'late' || key === 'cancelled',
    cell: ({ counts }) => number(counts[key]),
  })
  const open = (state: string) => state === 'planned' || state === 'running'
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t(by === 'class' ? 'class.title' : 'commune.name'),
      rowHeader: true,
      sortable: true,
      cell: ({ key, title, class: found }) =>
        title === null ? (
          <b>{t('follow.total')}</b>
        ) : by === 'commune' ? (
          <a href={paths.planLetters(plan.id, { commune: key })}>{title[locale]}</a>
        ) : found?.state === 'gone' ? (
          title[locale]
        ) : (
          <a href={paths.trainingClass(key)}>{title[locale]}</a>
        ),
    },
    ...(by === 'class'
      ? [
          {
            key: 'when',
            label: t('class.when'),
            sortable: true,
            cell: ({ class: found }: Row) => (found ? when(found) : ''),
          },
          {
            key: 'state',
            label: t('class.state'),
            cell: ({ class: found }: Row) => (found ? <FollowedState state={found.state} /> : ''),
          },
        ]
      : [figure('classes', false)]),
    figure('seats'),
    figure('named'),
    figure('missing'),
    figure('late', false),
    figure('attended'),
    figure('completed'),
    figure('cancelled', false),
    figure('letters', false),
    ...(lines.some((line) => open(line.class?.state ?? ''))
      ? [
          {
            key: 'change',
            label: t('follow.change'),
            cell: ({ key, title, class: found }: Row) =>
              found && title && open(found.state) ? (
                <span className="no-print">
                  <a href={paths.editClass(key)}>
                    {t('follow.move')} <span className="vh">{title[locale]}</span>
                  </a>
                  {' · '}
                  <a href={paths.planFollowUp(plan.id, { cancel: key })}>
                    {t('cancel.short')} <span className="vh">{title[locale]}</span>
                  </a>
                </span>
              ) : (
                ''
              ),
          },
        ]
      : []),
  ]
  const rows: Row[] = [...lines, { key: '', text: '', title: null, first: '', class: null, counts: total }]
  return (
    <Table
      caption={t(by === 'class' ? 'follow.captionClass' : 'follow.captionCommune')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={columns}
      sort={{ key: sort, direction }}
      sortHref={(key, next) =>
        paths.planFollowUp(plan.id, { by: by === 'class' ? undefined : by, sort: key, dir: next })
      }
    />
  )
}

/** The state of a class, also of one that was deleted. */
function FollowedState({ state }: { state: Followed['state'] }) {
  const t = useT('carry')
  return state === 'gone' ? <Tag kind="bad">{t('class.gone')}</Tag> : <StateTag state={state} />
}

/** When a class is held, or by when an online one is to be finished. */
function useWhen(): (line: Followed) => string {
  const t = useT('carry')
  return ({ delivery, dates }) =>
    dates.length === 0
      ? '–'
      : delivery === 'online'
        ? t('class.until', { date: daysText(dates) })
        : daysText(dates)
}
