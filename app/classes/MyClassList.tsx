import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { TaskList } from '~/ui/TaskList'
import type { TagKind } from '~/ui/Tag'
import type { ClassState } from './class'
import type { MyClass } from './my-classes.server'
import { daysText, timeText } from './when'

const kinds: Record<ClassState, TagKind> = { planned: 'now', running: 'now', ended: 'ok', cancelled: 'bad' }

/** A learner's classes, each with the time and place of its first session. */
export function MyClassList({ classes }: { classes: MyClass[] }) {
  const t = useT('classes')
  const locale = useLocale()
  return (
    <TaskList
      items={classes.map(({ id, title, sessions, state }) => {
        const [first] = sessions
        const when = state === 'planned' && first ? `${timeText(first)} · ${first.place}` : daysText(sessions)
        return {
          to: paths.myClass(id),
          title: title[locale],
          small: when,
          status: { kind: kinds[state], label: t(`state.${state}`) },
        }
      })}
    />
  )
}

/** On the first page of a learner: the classes to come or under way, and the way to all of them. */
export function MyClassesPart({ classes }: { classes: MyClass[] }) {
  const t = useT('classes')
  if (classes.length === 0) return null
  const ahead = classes.filter(({ state }) => state === 'planned' || state === 'running')
  return (
    <>
      <h2>{t('mine.title')}</h2>
      {ahead.length > 0 ? <MyClassList classes={ahead} /> : null}
      <p>
        <a href={paths.myClasses()}>{t('mine.all', { count: classes.length })}</a>
      </p>
    </>
  )
}
