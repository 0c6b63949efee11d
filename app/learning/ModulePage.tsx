import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Progress } from '~/ui/Progress'
import type { TagKind } from '~/ui/Tag'
import { TaskList, type Task } from '~/ui/TaskList'
import { goOnPath } from './card'
import { LapsedNote } from './LapsedNote'
import { ModuleFacts } from './ModuleFacts'
import { PracticeTasks } from './practice/PracticesPage'
import { wholePercent } from './quiz/attempt'
import type { ModuleLesson, ModuleView } from './view-module.server'

type PageProps = { view: ModuleView }

/** A module: what it is for, how far one is, and the one thing to do next. */
export function ModulePage({ view }: PageProps) {
  const t = useT('learning')
  const { card } = view
  return (
    <Main>
      <Crumbs items={[{ to: paths.learn(), label: t('list.title') }, { label: card.title }]} />
      <LapsedNote lapsed={view.lapsed} to={paths.module(card.code)} />
      <h1>{card.title}</h1>
      <p>{t('list.aim', { aim: card.aim })}</p>
      <State view={view} />
      <NewVersion view={view} />
      <ButtonRow>
        <Next view={view} />
      </ButtonRow>
      <h2>{t('module.lessons')}</h2>
      <TaskList items={[...view.lessons.map(lessonTask), quizTask()]} />
      <p>{t('module.rule', { count: card.lessons, pass: view.quiz.pass })}</p>
      {view.practice.length > 0 ? (
        <>
          <h2 id="practice">{t('module.practice')}</h2>
          <p>{t('module.practiceWhat')}</p>
          <PracticeTasks tasks={view.practice} />
        </>
      ) : null}
      <ModuleFacts view={view} />
      {view.learner === 'visitor' && !view.lapsed ? (
        <Note kind="info">
          <p>
            {t('module.visitor')}{' '}
            <a href={paths.signIn({ to: paths.module(card.code) })}>{t('list.signIn')}</a>
          </p>
        </Note>
      ) : null}
      {view.writes ? (
        <p className="no-print">
          <a href={paths.publishedModule(card.code)}>{t('module.write')}</a>
        </p>
      ) : null}
      {view.learner === 'account' ? <p className="small muted">{t('module.account')}</p> : null}
    </Main>
  )

  function lessonTask({ code, number, title, minutes, standing }: ModuleLesson): Task {
    return {
      to: paths.lesson(card.code, code),
      title: t('lesson.numbered', { number, title }),
      small: t('lesson.minutes', { count: minutes }),
      status: { kind: lessonKinds[standing], label: t(`lesson.standing.${standing}`) },
    }
  }

  function quizTask(): Task {
    const { draw, standing } = view.quiz
    return {
      to: paths.quiz(card.code),
      title: t('module.quiz'),
      small: t('module.quizHow', { count: draw }),
      status: { kind: quizKinds[standing], label: t(`module.quiz.${standing}`) },
    }
  }
}

const lessonKinds: Record<ModuleLesson['standing'], TagKind> = { new: 'plain', open: 'now', read: 'ok' }
const quizKinds = { new: 'plain', passed: 'ok', failed: 'care', before: 'plain' } as const

/** How far one is, in words first. */
function State({ view: { card, quiz, lostCertificate } }: PageProps) {
  const t = useT('learning')
  const certificates = useT('certificates')
  const best = quiz.best === null ? '' : ` ${t('module.best', { percent: wholePercent(quiz.best) })}`
  if (card.finishedAt) {
    return (
      <Note kind="done">
        <p>
          {t('module.finished', { date: formatDate(card.finishedAt) })}
          {best}
        </p>
        {lostCertificate ? (
          <p>
            {t('module.lostCertificate')} <a href={paths.myCertificates()}>{certificates('mine.title')}</a>
          </p>
        ) : null}
      </Note>
    )
  }
  if (card.standing === 'new') return null
  return (
    <Progress
      words={t('module.read', { read: card.read, count: card.lessons }) + best}
      value={card.read}
      max={card.lessons}
    />
  )
}

/** To who finished an earlier version: what the new one asks, and that what was reached stays. */
function NewVersion({ view: { card, more, learner } }: PageProps) {
  const t = useT('learning')
  if (!more) return null
  const { kind } = card.next
  return (
    <Note title={t('module.more')}>
      <p>
        {t('module.more.read', { read: card.read, count: card.lessons })}{' '}
        {kind === 'done' ? null : t(`module.more.${kind}.${learner === 'person' ? 'person' : 'visitor'}`)}
      </p>
      {card.certificate ? <p>{t('module.more.valid')}</p> : null}
    </Note>
  )
}

function Next({ view: { card, lessons, more } }: PageProps) {
  const t = useT('learning')
  const { next, certificate } = card
  const again = paths.lesson(card.code, lessons[0]?.code ?? '')
  const toCertificate = certificate ? paths.certificate(certificate) : null
  if (next.kind !== 'done') {
    return (
      <>
        <ButtonLink to={goOnPath(card)}>{words()}</ButtonLink>
        {more && toCertificate ? <a href={toCertificate}>{t('module.certificate')}</a> : null}
      </>
    )
  }
  if (!toCertificate) return <ButtonLink to={again}>{t('module.again')}</ButtonLink>
  return (
    <>
      <ButtonLink to={toCertificate}>{t('module.certificate')}</ButtonLink>
      <a href={again}>{t('module.again')}</a>
    </>
  )

  function words() {
    if (next.kind !== 'lesson') return t('module.toQuiz')
    const { number, title } = next.lesson
    if (more) return t('module.more.open', { number, title })
    return card.standing === 'begun' ? t('module.goOn', { number, title }) : t('module.begin')
  }
}
