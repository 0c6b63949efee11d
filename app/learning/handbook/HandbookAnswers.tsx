import { useT } from '~/platform/i18n/react'
import type { PaperQuestion } from './handbook'

/** The answers to all checks, with a word on every option. */
export function HandbookAnswers({ questions }: { questions: PaperQuestion[] }) {
  const t = useT('certificates')
  return (
    <section className="book-lesson">
      <h2 id="answers">{t('handbook.answers')}</h2>
      <p>{t('handbook.answersLead')}</p>
      {questions.map(({ number, text, options, explanation }) => (
        <section key={number} className="book-answer">
          <h3 id={`answer-${number}`}>
            <a href={`#question-${number}`}>{t('handbook.question', { number })}</a>
          </h3>
          <p className="muted">{text}</p>
          <ol type="a">
            {options.map((option) => (
              <li key={option.id}>
                <b>{t(option.right ? 'handbook.right' : 'handbook.wrong')}.</b> {option.text}
                {option.why ? <div className="muted">{option.why}</div> : null}
              </li>
            ))}
          </ol>
          <p>{explanation}</p>
        </section>
      ))}
    </section>
  )
}
