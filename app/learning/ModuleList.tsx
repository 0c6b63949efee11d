import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { TaskList } from '~/ui/TaskList'
import type { TagKind } from '~/ui/Tag'
import type { ModuleCard, ReasonView } from './card'
import type { ListedModule } from './listed-modules.server'

/** Modules with what they are for, how long they take and how far the reader is; `brief` leaves the aim out. */
export function ModuleList({ items, brief }: { items: readonly ListedModule[]; brief?: boolean }) {
  const t = useT('learning')
  return (
    <TaskList
      items={items.map(({ card, reason }) => ({
        to: paths.module(card.code),
        title: card.title,
        small: (
          <>
            {reason ? <Reason reason={reason} /> : null}
            {brief ? null : <span className="line">{t('list.aim', { aim: card.aim })}</span>}
            <span className="line">
              <Facts card={card} brief={brief} />
            </span>
          </>
        ),
        status: { kind: kinds[card.standing], label: t(`standing.${card.standing}`) },
      }))}
    />
  )
}

const kinds: Record<ModuleCard['standing'], TagKind> = { new: 'plain', begun: 'now', finished: 'ok' }

/** Why a module is advised. */
export function Reason({ reason }: { reason: ReasonView }) {
  const t = useT('learning')
  return <span className="line why">{t(`recommend.${reason.kind}`, { names: reason.names })}</span>
}

/** Lessons and minutes before the beginning, progress on the way, the date at the end. */
export function Facts({ card, brief }: { card: ModuleCard; brief?: boolean }) {
  const t = useT('learning')
  if (card.finishedAt) {
    return (
      <>
        {t('list.finished', { date: formatDate(card.finishedAt) })}
        {card.certificate ? (
          <>
            {' · '}
            <a href={paths.certificate(card.certificate)}>{t('list.certificate')}</a>
          </>
        ) : null}
      </>
    )
  }
  if (card.standing === 'begun') return <Where card={card} />
  const length = t('list.length', { count: card.lessons, minutes: card.minutes })
  const audiences = card.audiences.map((audience) => t(`for.${audience}`)).join(', ')
  return <>{brief ? length : `${length} · ${t('list.for', { audiences })}`}</>
}

function Where({ card }: { card: ModuleCard }) {
  const t = useT('learning')
  const { next, lessons, read } = card
  if (next.kind === 'lesson') {
    const { number, title } = next.lesson
    return <>{t('list.where', { number, count: lessons, title })}</>
  }
  return <>{t('list.whereQuiz', { read, count: lessons })}</>
}
