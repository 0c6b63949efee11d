import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { TextArea } from '~/ui/TextArea'
import { reportedFaults, reportLimits } from './report'
import type { OwnReport } from './send-report.server'
import type { Subject } from './subject.server'

export type ReportView = { about: Subject; own: OwnReport[]; reportId: string; sent: boolean }

/** Tells the author of a lesson, a question or a practice task what is wrong with it. */
export function ReportPage({ view, reply }: { view: ReportView; reply?: FormReply }) {
  const t = useT('reports')
  const { about, own, reportId, sent } = view
  const field = fieldProps(t, reply)
  const { id, name, error, defaultValue } = field('what')
  return (
    <Main>
      {about.at ? <BackLink to={about.at}>{t('back')}</BackLink> : null}
      <h1>{t('title')}</h1>
      <p>
        <b>{t(`about.${about.kind}`, { title: about.title })}</b>{' '}
        <span className="muted">({t('version', { version: about.version })})</span>
      </p>
      {sent && !reply ? (
        <Note kind="done" role="status" title={t('sent')}>
          {t('sent.text')}
        </Note>
      ) : (
        <p>{t('lead')}</p>
      )}
      <ErrorSummary errors={summaryOf(field, ['what', 'text'])} />
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ reportId }} />
        <ChoiceGroup
          id={id}
          name={name}
          error={error}
          type="radio"
          legend={t('what')}
          options={reportedFaults.map((value) => ({
            value,
            label: t(`what.${value}`),
            checked: defaultValue === value,
          }))}
        />
        <TextArea
          {...field('text')}
          label={t('text')}
          hint={t('text.hint')}
          maxLength={reportLimits.text}
          rows={4}
        />
        <ButtonRow>
          <Button>{t('send')}</Button>
        </ButtonRow>
      </form>
      {own.length > 0 ? (
        <section aria-labelledby="own">
          <h2 id="own">{t('own')}</h2>
          <ul>
            {own.map((each) => (
              <li key={each.id}>
                <p>
                  {formatDate(each.at.slice(0, 10))} · {t(`what.${each.what}`)}: {each.text}
                </p>
                <p className="muted">
                  {each.answer ? t('own.answer', { answer: each.answer }) : t('own.waiting')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Main>
  )
}
