import { paths } from '~/paths'
import { compareVi } from '~/formats/fold'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { dongText } from '../money'
import { ClassActions } from './ClassActions'
import { ClassEditForm, type EditReply } from './ClassEditForm'
import { placeName } from './class-list'
import { seatCount } from './coded-class'
import type { ClassView } from './class-view.server'
import { datesText, gainText } from './plan-words'

type ClassScreenProps = {
  view: ClassView
  note: 'pinned' | 'unpinned' | 'edited' | null
  reply?: EditReply | null
}

/** One class of a plan: its seats by commune and position, and what can be settled about it. */
export function ClassScreen({ view, note, reply }: ClassScreenProps) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, each, names, manages, pinned } = view
  const title = names.modules[each.module] ?? each.module
  const place = placeName(each, names) || t('delivery.online')
  const self = paths.planScenario(plan.id, scenario.number)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.plans(), label: t('title') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { to: self, label: scenario.name },
          { label: title },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`class.note.${note}`)} <a href={self}>{t('class.toAgain')}</a>
        </Note>
      ) : null}
      <PageTitle
        tag={pinned ? <Tag kind="ok">{t('class.pinned')}</Tag> : undefined}
        lead={t('class.lead', {
          delivery: t(`delivery.${each.delivery}`),
          place,
          dates: datesText(each.dates) || t('schedule.ownTime'),
          seats: formatNumber(locale, seatCount(each)),
          count: seatCount(each),
        })}
      >
        {title}
      </PageTitle>
      <WishNote view={view} />
      <Columns kind="side">
        <div>
          <Panel title={t('class.seatsTitle')}>
            <Table
              caption={t('class.seatsCaption')}
              rows={[...each.seats].sort(
                (a, b) =>
                  compareVi(names.communes[a.commune] ?? a.commune, names.communes[b.commune] ?? b.commune) ||
                  compareVi(names.positions[a.position] ?? '', names.positions[b.position] ?? ''),
              )}
              rowKey={({ commune, position }) => `${commune}/${position}`}
              columns={[
                {
                  key: 'commune',
                  label: t('filter.commune'),
                  cell: ({ commune }) => (
                    <a href={paths.commune(commune)}>{names.communes[commune] ?? commune}</a>
                  ),
                },
                {
                  key: 'position',
                  label: t('class.position'),
                  cell: ({ position }) => names.positions[position] ?? position,
                },
                {
                  key: 'seats',
                  label: t('class.seats'),
                  align: 'end',
                  cell: ({ seats }) => formatNumber(locale, seats),
                },
              ]}
            />
            <p className="small muted">{t('class.whoNames')}</p>
          </Panel>
          {manages && each.delivery !== 'online' ? <ClassEditForm view={view} reply={reply} /> : null}
        </div>
        <div>
          <Panel title={t('class.facts')}>
            <DefinitionList
              items={[
                { term: t('class.place'), description: place },
                {
                  term: t('class.trainer'),
                  description: each.trainer === null ? '–' : (names.trainers[each.trainer] ?? each.trainer),
                },
                {
                  term: t('class.date'),
                  description: each.dates.map(formatDate).join(', ') || t('schedule.ownTime'),
                },
                {
                  term: t('class.cost'),
                  description: t('cost.inDong', { dong: dongText(locale, each.cost) }),
                },
                { term: t('class.gain'), description: gainText(locale, each.gain) },
              ]}
            />
          </Panel>
          {manages ? <ClassActions view={view} place={place} /> : null}
        </div>
      </Columns>
    </Main>
  )
}

/** What has been settled since the result was made, and a plan that is not to be changed any more. */
function WishNote({ view }: { view: ClassView }) {
  const t = useT('plans')
  const { plan, wish, names } = view
  if (plan.state !== 'draft')
    return (
      <Note>
        {t('readOnly.approved')} <a href={paths.planFollowUp(plan.id)}>{t('action.followUp')}</a>
      </Note>
    )
  if (!wish) return null
  const parts = [
    wish.week === null ? null : t('class.weekOf', { day: formatDate(wish.week) }),
    wish.venue === null ? null : (names.venues[wish.venue] ?? wish.venue),
    wish.trainer === null ? null : (names.trainers[wish.trainer] ?? wish.trainer),
    wish.seats === null
      ? null
      : t('class.seatsCount', {
          seats: seatCount({ seats: wish.seats }),
          count: seatCount({ seats: wish.seats }),
        }),
  ].filter(Boolean)
  return (
    <Note kind="care" title={t('class.wishTitle')}>
      {t('class.wish', { parts: parts.join('; ') })}
    </Note>
  )
}
