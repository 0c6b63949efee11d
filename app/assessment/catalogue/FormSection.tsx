import type { ReactNode } from 'react'
import type { SelfQuestion } from '~/competency/self-assessment'
import { paths } from '~/paths'
import { pick, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { conditionWords } from '../condition-words'
import { questionsOf, type Question, type Section, type SurveyForm, type WorkSystem } from '../form'
import { compositionOf, mostItems, type QuizSection } from '../form-quiz'
import { BothLanguages } from './BothLanguages'

type FormSectionProps = { section: Section; form: SurveyForm; self: SelfQuestion[]; systems: WorkSystem[] }

export function FormSection({ section, form, self, systems }: FormSectionProps) {
  const t = useT('teach')
  const locale = useLocale()
  return (
    <section className="part">
      <h2>{pick(section.title, locale)}</h2>
      {section.intro ? (
        <BothLanguages>{(each) => <p>{section.intro ? pick(section.intro, each) : null}</p>}</BothLanguages>
      ) : null}
      {section.kind === 'questions' ? (
        section.questions.map((question) => (
          <QuestionBoth key={question.code} question={question} form={form} systems={systems} />
        ))
      ) : section.kind === 'self-assessment' ? (
        <>
          <p>{t('form.selfNote')}</p>
          {self.map((question) => (
            <BothLanguages key={question.competency}>
              {(each) => (
                <Asked code={question.competency} text={question.text} locale={each}>
                  <Options options={question.anchors} locale={each} />
                </Asked>
              )}
            </BothLanguages>
          ))}
        </>
      ) : section.kind === 'practice' ? (
        <ul>
          {section.tasks.map((code) => (
            <li key={code}>
              <a href={paths.practiceTaskOf(code)}>{code}</a>
            </li>
          ))}
        </ul>
      ) : (
        <QuizShown section={section} />
      )}
    </section>
  )
}

/** How the quiz of a form gets its items. */
function QuizShown({ section }: { section: QuizSection }) {
  const t = useT('teach')
  const f = useT('forms')
  const composition = compositionOf(section)
  if (composition?.by === 'items')
    return (
      <>
        <p>{f('shown.items', { count: composition.items.length })}</p>
        <ul>
          {composition.items.map((code) => (
            <li key={code}>
              <a href={paths.item(code)}>{code}</a>
            </li>
          ))}
        </ul>
      </>
    )
  return composition?.by === 'blueprint' ? (
    <>
      <p>{f('shown.blueprint', { count: mostItems(section) ?? 0 })}</p>
      <ul>
        {composition.cells.map(({ competency, level, count }) => (
          <li key={`${competency}/${level}`}>{f('shown.cell', { competency, level, count })}</li>
        ))}
      </ul>
    </>
  ) : (
    <p>
      {t('form.quizNote', { count: composition?.perCompetency ?? 0 })}{' '}
      <a href={paths.items()}>{t('items.title')}</a>
    </p>
  )
}

type QuestionBothProps = { question: Question; form: SurveyForm; systems: WorkSystem[] }

function QuestionBoth({ question, form, systems }: QuestionBothProps) {
  const named = questionsOf(form).find(({ code }) => code === question.showIf?.question)
  return (
    <BothLanguages>
      {(locale) => {
        const t = getT(locale, 'teach')
        return (
          <Asked code={question.code} text={question.text} hint={question.hint} locale={locale}>
            {question.showIf ? (
              <p>
                <b>
                  {conditionWords(
                    question.showIf,
                    named,
                    getT(locale, 'forms')('showIf.named', { text: named ? pick(named.text, locale) : '' }),
                    locale,
                  )}
                </b>
              </p>
            ) : null}
            {question.kind === 'likert' ? <Options options={question.rows} locale={locale} /> : null}
            {'options' in question ? <Options options={question.options} locale={locale} /> : null}
            {question.kind === 'systems' ? <Options options={systems} locale={locale} /> : null}
            <p className="small muted">
              {question.kind === 'number'
                ? t('question.number', { min: question.min, max: question.max })
                : question.kind === 'text'
                  ? t('question.text', { max: question.maxLength })
                  : t(`question.${question.kind}`)}
              {question.condition
                ? ` ${t('question.condition', { name: pick(question.condition.name, locale) })}`
                : ''}
            </p>
          </Asked>
        )
      }}
    </BothLanguages>
  )
}

type AskedProps = { code: string; text: Bilingual; hint?: Bilingual; locale: Locale; children: ReactNode }

function Asked({ code, text, hint, locale, children }: AskedProps) {
  return (
    <article className="panel">
      <h3>{pick(text, locale)}</h3>
      <p className="small muted">{code}</p>
      {hint ? <p className="hint">{pick(hint, locale)}</p> : null}
      {children}
    </article>
  )
}

function Options({ options, locale }: { options: Bilingual[]; locale: Locale }) {
  return (
    <ul>
      {options.map((option) => (
        <li key={option.vi}>{pick(option, locale)}</li>
      ))}
    </ul>
  )
}
