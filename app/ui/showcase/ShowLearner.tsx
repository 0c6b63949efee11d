import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '../Button'
import { ButtonRow } from '../ButtonRow'
import { Columns } from '../Columns'
import { EmptyState } from '../EmptyState'
import { LevelScale } from '../LevelScale'
import { Note } from '../Note'
import { Panel } from '../Panel'
import { Progress } from '../Progress'
import { SaveStatus } from '../SaveStatus'
import { Steps } from '../Steps'
import { TaskList } from '../TaskList'

/** What a learner meets. */
export function ShowLearner() {
  const t = useT('ui')
  return (
    <Columns kind="two">
      <div>
        <Panel title={t('show.now.title')}>
          <p>{t('show.now.text')}</p>
          <ButtonRow>
            <ButtonLink to="#forms">{t('show.now.go')}</ButtonLink>
            <a href="#forms">{t('show.now.later')}</a>
          </ButtonRow>
        </Panel>
        <Progress words={t('show.progress')} value={19} max={30} />
        <TaskList items={tasks(t)} />
        <ButtonRow>
          <Button quiet>{t('show.check')}</Button>
          <Button danger>{t('show.delete')}</Button>
          <Button disabled>{t('show.unavailable')}</Button>
        </ButtonRow>
        <Steps
          items={[
            { label: t('show.step.file'), state: 'done', to: '#learner' },
            { label: t('show.step.preview'), state: 'now' },
            { label: t('show.step.import'), state: 'todo' },
          ]}
        />
        <EmptyState
          level={3}
          title={t('show.empty.title')}
          text={t('show.empty.text')}
          action={<ButtonLink to="#forms">{t('show.empty.action')}</ButtonLink>}
        />
      </div>
      <div>
        <Note title={t('show.note.info')}>{t('show.note.infoText')}</Note>
        <Note kind="care" title={t('show.note.care')}>
          {t('show.note.careText')}
        </Note>
        <Note kind="stop" title={t('show.note.stop')}>
          {t('show.note.stopText')}
        </Note>
        <Note kind="done" title={t('show.note.done')}>
          {t('show.note.doneText')}
        </Note>
        <SaveStatus state="saved" time="10:42" />
        <SaveStatus state="waiting" />
        <SaveStatus state="failed" />
        <Scales />
      </div>
    </Columns>
  )
}

function Scales() {
  const t = useT('ui')
  const levels = [t('show.level.1'), t('show.level.2'), t('show.level.3'), t('show.level.4')]
  return (
    <>
      <LevelScale
        titleLevel={3}
        title={t('show.skill.sign')}
        levels={levels}
        value={0.88}
        low={0.47}
        high={1.32}
        target={2}
        label={t('show.scale.label')}
      >
        {t('show.scale.label')}
      </LevelScale>
      <LevelScale
        titleLevel={3}
        title={t('show.skill.talk')}
        levels={levels}
        value={2.52}
        low={2.08}
        high={2.94}
        target={2}
        label={t('show.scale.reached')}
      >
        {t('show.scale.reached')}
      </LevelScale>
    </>
  )
}

function tasks(t: ReturnType<typeof useT<'ui'>>) {
  return [
    {
      to: '#a',
      title: t('show.lesson.title'),
      small: t('show.lesson.small'),
      status: { kind: 'now', label: t('show.status.now') },
    },
    {
      to: '#b',
      title: t('show.lesson2.title'),
      small: t('show.lesson2.small'),
      status: { kind: 'plain', label: t('show.status.todo') },
    },
    {
      to: '#c',
      title: t('show.lesson3.title'),
      small: t('show.lesson3.small'),
      status: { kind: 'ok', label: t('show.status.done') },
    },
    { title: t('show.lesson4.title'), status: { kind: 'care', label: t('show.status.care') } },
    { title: t('show.lesson4.title'), status: { kind: 'bad', label: t('show.status.bad') } },
  ] as const
}
