import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { LessonText } from '../LessonText'
import { HandbookAnswers } from './HandbookAnswers'
import { HandbookCover } from './HandbookCover'
import { HandbookQuestion } from './HandbookQuestion'
import type { HandbookView } from './view-handbook.server'

type HandbookPageProps = { handbook: HandbookView; address: string }

/** A module as a booklet: cover, contents, every lesson from a new page, answers at the end. */
export function HandbookPage({ handbook, address }: HandbookPageProps) {
  const t = useT('certificates')
  const tl = useT('learning')
  const { code, lessons, questions } = handbook
  const asked = Object.values(questions)
  return (
    <Main>
      <div className="no-print">
        <BackLink to={paths.module(code)}>{t('handbook.back')}</BackLink>
        <p>{t('handbook.print')}</p>
      </div>
      <div className="book">
        <HandbookCover handbook={handbook} address={address} />
        <nav className="book-contents" aria-labelledby="contents">
          <h2 id="contents">{t('handbook.contents')}</h2>
          <ol>
            {lessons.map(({ id, title, minutes, rendered }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <b>{title}</b>
                </a>{' '}
                <span className="muted">{tl('lesson.minutes', { count: minutes })}</span>
                <ul>
                  {rendered.headings
                    .filter(({ level }) => level === 2)
                    .map((heading) => (
                      <li key={heading.id}>
                        <a href={`#${heading.id}`}>{heading.text}</a>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
          {asked.length > 0 ? (
            <p>
              <a href="#answers">
                <b>{t('handbook.answers')}</b>
              </a>
            </p>
          ) : null}
        </nav>
        {lessons.map(({ id, number, title, rendered }) => (
          <section key={id} className="book-lesson lesson">
            <p className="muted">{tl('lesson.here', { number })}</p>
            <h2 id={id}>{title}</h2>
            <LessonText
              rendered={rendered}
              check={(itemId) => {
                const question = questions[itemId]
                return question ? <HandbookQuestion question={question} /> : null
              }}
            />
          </section>
        ))}
        {asked.length > 0 ? <HandbookAnswers questions={asked} /> : null}
      </div>
    </Main>
  )
}
