import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Panel } from '~/ui/Panel'
import { goOnPath } from './card'
import { ModuleList, Reason } from './ModuleList'
import type { MyLearning } from './my-learning.server'

type PartProps = {
  learning: MyLearning
  /** The page has a primary button of something else. */
  quiet: boolean
}

/** Learning on a person's first page: go on where one stopped, then the list. */
export function MyLearningPart({ learning: { next, list }, quiet }: PartProps) {
  const t = useT('learning')
  return (
    <>
      {next ? <Next next={next} quiet={quiet} /> : null}
      {list.length > 0 ? (
        <>
          <h2>{t('home.list')}</h2>
          <ModuleList items={list} brief />
        </>
      ) : null}
      <p>
        <a href={paths.learn()}>{t('home.all')}</a>
      </p>
    </>
  )
}

function Next({ next: { card, reason }, quiet }: { next: NonNullable<MyLearning['next']>; quiet: boolean }) {
  const t = useT('learning')
  const { next, standing, lessons } = card
  const begun = standing === 'begun'
  const at = next.kind === 'lesson' ? next.lesson : null
  return (
    <Panel title={t(begun ? 'home.goOn' : 'home.first')}>
      <p>
        <b>{card.title}</b>
        <br />
        {begun && at ? t('list.where', { number: at.number, count: lessons, title: at.title }) : null}
        {begun && !at ? t('list.whereQuiz', { read: card.read, count: lessons }) : null}
        {begun ? null : t('list.length', { count: lessons, minutes: card.minutes })}
      </p>
      {!begun && reason ? (
        <p>
          <Reason reason={reason} />
        </p>
      ) : null}
      <ButtonRow>
        <ButtonLink to={begun ? goOnPath(card) : paths.module(card.code)} quiet={quiet}>
          {t(begun ? (at ? 'home.continue' : 'module.toQuiz') : 'home.look')}
        </ButtonLink>
      </ButtonRow>
    </Panel>
  )
}
