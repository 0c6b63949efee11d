import { useT } from '~/platform/i18n/react'
import type { PaperQuestion } from './handbook'

/** A check inside a lesson on paper: answered by hand, its answer is at the end. */
export function HandbookQuestion({ question }: { question: PaperQuestion }) {
  const t = useT('certificates')
  const { number, text, multiple, options } = question
  return (
    <section className="panel book-question">
      <h3 id={`question-${number}`}>{t('handbook.question', { number })}</h3>
      <p>
        <b>{text}</b> {t(multiple ? 'handbook.chooseMany' : 'handbook.choose')}
      </p>
      <ol type="a">
        {options.map((option) => (
          <li key={option.id}>{option.text}</li>
        ))}
      </ol>
      <p className="no-print">
        <a href={`#answer-${number}`}>{t('handbook.toAnswer', { number })}</a>
      </p>
    </section>
  )
}
