import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { CheckQuestion } from './CheckQuestion'
import { otherAnswers } from './lesson-check'
import { LapsedNote } from './LapsedNote'
import { LessonText } from './LessonText'
import listenUrl from './listen.js?url'
import { ReportLink } from './problem-reports/ReportLink'
import type { LessonView } from './view-lesson.server'

type PageProps = { view: LessonView }

/** A lesson: the text, its checks, and the one button that goes on. */
export function LessonPage({ view }: PageProps) {
  const t = useT('learning')
  const { module, lesson, rendered, checks, read } = view
  const answers = Object.values(checks)
  return (
    <Main>
      <Crumbs
        items={[
          { to: paths.learn(), label: t('list.title') },
          { to: paths.module(module.code), label: module.title },
          { label: t('lesson.here', { number: lesson.number }) },
        ]}
      />
      <LapsedNote lapsed={view.lapsed} to={paths.lesson(module.code, lesson.code)} />
      <h1>{lesson.title}</h1>
      <p className="small muted">
        <span className="print-only">{`${module.title} · `}</span>
        {t('lesson.where', { number: lesson.number, count: module.lessons, minutes: lesson.minutes })}
        {read ? ` · ${t('lesson.readBefore')}` : null}
        <Listen />
      </p>
      <Contents view={view} />
      <div id="text" className="lesson">
        <LessonText
          rendered={rendered}
          check={(itemId) => {
            const check = checks[itemId]
            if (!check) return null
            const others = otherAnswers(answers, check.code)
            return (
              <CheckQuestion
                check={check}
                others={others}
                action={paths.lesson(module.code, lesson.code)}
                again={paths.lesson(module.code, lesson.code, others)}
              />
            )
          }}
        />
      </div>
      <OnFromHere view={view} />
      <script type="module" src={listenUrl} />
    </Main>
  )
}

/** Shown by the script, and only where the machine has a voice for the language of the page. */
function Listen() {
  const t = useT('learning')
  return (
    <span id="listen" className="listen no-print" hidden>
      <button
        type="button"
        className="link"
        data-listen={t('listen.listen')}
        data-pause={t('listen.pause')}
        data-resume={t('listen.resume')}
      >
        {t('listen.listen')}
      </button>
      <button type="button" className="link" hidden>
        {t('listen.stop')}
      </button>
    </span>
  )
}

/** The headings of a longer lesson. */
function Contents({ view: { rendered } }: PageProps) {
  const t = useT('learning')
  const headings = rendered.headings.filter(({ level }) => level === 2)
  if (headings.length < 3) return null
  return (
    <nav className="small no-print contents" aria-labelledby="contents">
      <p id="contents">{t('lesson.contents')}</p>
      <ul>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OnFromHere({
  view: { module, lesson, rendered, previous, after, learner, practice, report },
}: PageProps) {
  const t = useT('learning')
  return (
    <>
      <form method="post">
        <HiddenFields values={{ learner }} />
        <div className="row buttons">
          <Button>
            {after.kind === 'lesson'
              ? t('lesson.done.lesson', { number: after.lesson.number })
              : t(`lesson.done.${after.kind}`)}
          </Button>
          {previous ? (
            <a href={paths.lesson(module.code, previous.code)}>
              {t('lesson.previous', { title: previous.title })}
            </a>
          ) : null}
        </div>
      </form>
      {after.kind === 'lesson' ? (
        <p className="small muted no-print">{t('lesson.next', { title: after.lesson.title })}</p>
      ) : null}
      {practice ? (
        <p className="no-print">
          <a href={`${paths.module(module.code)}#practice`}>{t('lesson.practice')}</a>
        </p>
      ) : null}
      <p className="small muted no-print">
        {t('lesson.print')} <a href={paths.handbook(module.code)}>{t('module.handbook')}</a>
        {rendered.summary ? (
          <>
            {' · '}
            <a href={paths.summaries(module.code, lesson.code)}>{t('lesson.summary')}</a>
          </>
        ) : null}
      </p>
      {report ? <ReportLink kind="lesson" of={report} /> : null}
    </>
  )
}
