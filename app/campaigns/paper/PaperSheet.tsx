import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { PaperQuestion } from './PaperQuestion'
import type { PrintedForm, PrintedSection } from './view-paper-form.server'

/** A form as it is printed: a head that comes again on every page, how to fill it in, and every question. */
export function PaperSheet({ form }: { form: PrintedForm }) {
  const t = useT('paper')
  const { campaign, kind, code, letter, title, position, sections, count } = form
  const codeText = code ?? t('print.previewCode', { letter })
  return (
    <div className="paper-form">
      <div className="paper-head">
        <p>
          <b>{t('print.code', { code: codeText })}</b>
          <span>{t(kind === 'person' ? 'print.staffCode' : 'print.communeCode')} …………………………</span>
        </p>
      </div>
      <div className="paper-body">
        {code ? null : <p className="sample">{t('print.preview')}</p>}
        <h1>{title}</h1>
        <p className="muted">{[campaign.title, position].filter(Boolean).join(' · ')}</p>
        <p>{t(kind === 'person' ? 'print.intro' : 'print.introCommune', { count })}</p>
        <dl className="paper-who">
          {kind === 'person' ? <Blank label={t('print.staffCode')} hint={t('print.staffCodeHint')} /> : null}
          {kind === 'commune' ? <Blank label={t('print.communeCode')} /> : null}
          <Blank label={t('print.commune')} />
          <Blank label={t('print.date')} hint={t('print.dateHint', { day: formatDate(campaign.closesOn) })} />
        </dl>
        <section className="note">
          <h2>{t('print.how')}</h2>
          <ul>
            <li>{t('print.how.one')}</li>
            <li>{t('print.how.several')}</li>
            {kind === 'person' ? <li>{t('print.how.parts')}</li> : null}
            {kind === 'person' ? (
              <li>
                <b>{t('print.how.unknown')}</b>
              </li>
            ) : null}
            <li>{t('print.how.mend')}</li>
            <li>{t('print.how.privacy')}</li>
          </ul>
        </section>
        {sections.map((section) => (
          <Section key={section.code} section={section} />
        ))}
        <p className="paper-end">{t('print.end', { code: codeText })}</p>
      </div>
    </div>
  )
}

function Blank({ label, hint }: { label: string; hint?: string }) {
  return (
    <div>
      <dt>
        {label}
        {hint ? <span className="muted"> {hint}</span> : null}
      </dt>
      <dd />
    </div>
  )
}

const leads: Record<string, 'print.questions' | 'print.self' | 'print.quiz'> = {
  questions: 'print.questions',
  'self-assessment': 'print.self',
  quiz: 'print.quiz',
}

function Section({ section: { kind, title, questions } }: { section: PrintedSection }) {
  const t = useT('paper')
  const lead = leads[kind]
  return (
    <section>
      <h2>{title}</h2>
      {lead ? <p className="paper-lead">{t(lead)}</p> : null}
      {questions.map((question) => (
        <PaperQuestion key={question.number} question={question} />
      ))}
    </section>
  )
}
