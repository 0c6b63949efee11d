import type { ReactNode } from 'react'
import { FlagTags } from '~/assessment/item-analysis/FlagTags'
import { timeText } from '~/classes/when'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { ContentText } from '~/ui/ContentText'
import { EmptyState } from '~/ui/EmptyState'
import { Panel } from '~/ui/Panel'
import { TaskList, type Task } from '~/ui/TaskList'
import { editorPath } from '../drafts/draft-path'
import type { TrainerWork } from './trainer-work.server'

/** What waits for a trainer: drafts, reviews, items that misbehave, sessions, reports. */
export function TrainerDesk({ work }: { work: TrainerWork }) {
  const t = useT('bank')
  const studio = useT('studio')
  const reports = useT('reports')
  const marking = useT('marking')
  const locale = useLocale()
  const drafts = (rows: TrainerWork['mine']['rows'], hrefOf: (row: (typeof rows)[number]) => string) =>
    rows.map((row): Task => ({
      to: hrefOf(row),
      title: row.title ? <ContentText text={row.title} /> : row.code || t('desk.untitled'),
      small: studio(`state.${row.state}`),
    }))
  return (
    <Columns kind="two">
      <div>
        <Waiting
          title={t('desk.mine')}
          count={work.mine.count}
          all={paths.studio()}
          empty={<EmptyState level={3} title={t('desk.noMine')} text={t('desk.noMineText')} />}
          tasks={drafts(work.mine.rows, ({ id, kind, state }) =>
            state === 'writing' ? editorPath[kind](id) : paths.studioReview(id),
          )}
        />
        <Waiting
          title={t('desk.flagged')}
          count={work.flagged.count}
          all={paths.items({ figures: 'flagged', sort: 'flags', dir: 'desc' })}
          empty={<EmptyState level={3} title={t('desk.noFlagged')} text={t('desk.noFlaggedText')} />}
          tasks={work.flagged.rows.map(({ id, code, stem, flags, campaignId }) => ({
            to: paths.itemFigures(campaignId, id),
            title: code,
            small: (
              <>
                {pick(stem, locale)} <FlagTags flags={flags} />
              </>
            ),
          }))}
        />
      </div>
      <div>
        <Waiting
          title={t('desk.waiting')}
          count={work.waiting.count}
          all={paths.studio()}
          empty={<EmptyState level={3} title={t('desk.noWaiting')} />}
          tasks={drafts(work.waiting.rows, ({ id }) => paths.studioReview(id))}
        />
        <Waiting
          title={t('desk.sessions')}
          count={work.sessions.count}
          all={paths.classes()}
          empty={<EmptyState level={3} title={t('desk.noSessions')} />}
          tasks={work.sessions.rows.map(({ classId, title, session }) => ({
            to: paths.classSession(classId, session.id),
            title: pick(title, locale),
            small: `${timeText(session)} · ${session.place}`,
          }))}
        />
        <Waiting
          title={marking('list.title')}
          count={work.answers}
          all={paths.marking()}
          empty={<EmptyState level={3} title={marking('list.empty')} />}
          tasks={
            work.answers > 0
              ? [{ to: paths.marking(), title: marking('list.lead', { count: work.answers }) }]
              : []
          }
        />
        <Waiting
          title={t('desk.reports')}
          count={work.reports.count}
          all={paths.reports()}
          empty={<EmptyState level={3} title={t('desk.noReports')} />}
          tasks={work.reports.rows.map(({ about, what }) => ({
            title: about.title,
            small: reports(`what.${what}`),
          }))}
        />
      </div>
    </Columns>
  )
}

type WaitingProps = { title: string; count: number; all: string; empty: ReactNode; tasks: Task[] }

/** One kind of work: the first of it, with the way to all of it. */
function Waiting({ title, count, all, empty, tasks }: WaitingProps) {
  const t = useT('bank')
  return (
    <Panel
      title={title}
      end={
        <a href={all}>
          {t('desk.all', { count })}
          <span className="vh">: {title}</span>
        </a>
      }
    >
      {tasks.length === 0 ? empty : <TaskList items={tasks} />}
    </Panel>
  )
}
