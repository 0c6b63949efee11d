import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { fieldProps, type FormReply } from '~/platform/http/form-reply'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { DateField } from '~/ui/DateField'
import { spareSessions } from './class-form'
import type { ClassChoices } from './class-choices.server'

/** A form of a class as typed; of what can be ticked more than once every value. */
export type ClassReply = FormReply & { competencies: string[]; modules: string[]; rows: number }

type ClassFormProps = {
  choices: ClassChoices
  /** What the class is now, by the names of the fields. */
  values: Record<string, string>
  competencies: string[]
  modules: string[]
  /** Sessions that the class has now. */
  sessions: number
  reply?: ClassReply | null
  submit: string
  cancelTo: string
}

const names = ['titleVi', 'titleEn', 'aimVi', 'aimEn', 'seats', 'minShare', 'passPercent'] as const
const parts = ['date', 'startsAt', 'endsAt', 'place', 'trainer'] as const

/** Everything that makes a class, on one page; a row of a session that is left empty is no session. */
export function ClassForm(props: ClassFormProps) {
  const { choices, values, reply, submit, cancelTo } = props
  const t = useT('classes')
  const locale = useLocale()
  const field = fieldProps(t, reply, values)
  const rows = reply?.rows ?? props.sessions + spareSessions
  const ticked = new Set(reply?.competencies ?? props.competencies)
  const taken = new Set(reply?.modules ?? props.modules)
  const all = [
    ...names,
    ...Array.from({ length: rows + 1 }, (_, i) => parts.map((part) => `sessions[${i}].${part}`)).flat(),
  ]
  const errors = all.flatMap((name) => {
    const { error } = field(name)
    return error ? [{ fieldId: name, text: sessionError(name, error) }] : []
  })
  const general = field('form').error
  function sessionError(name: string, error: string) {
    const number = /^sessions\[(\d+)\]/.exec(name)?.[1]
    return number === undefined ? error : t('form.session.error', { number: Number(number) + 1, error })
  }
  return (
    <>
      <ErrorSummary errors={general ? [{ fieldId: 'titleVi', text: general }, ...errors] : errors} />
      <form method="post" id={mainFormId} noValidate>
        <Panel title={t('form.about')}>
          <Field {...field('titleVi')} label={t('form.titleVi')} maxLength={150} lang="vi" />
          <Field {...field('titleEn')} label={t('form.titleEn')} optional maxLength={150} lang="en" />
          <TextArea
            {...field('aimVi')}
            label={t('form.aimVi')}
            hint={t('form.aim.hint')}
            rows={3}
            lang="vi"
          />
          <TextArea {...field('aimEn')} label={t('form.aimEn')} rows={2} optional lang="en" />
        </Panel>
        <Panel title={t('form.sessions')}>
          <p className="muted">{t('form.sessions.hint')}</p>
          {Array.from({ length: rows }, (_, i) => {
            const own = (part: string) => field(`sessions[${i}].${part}`)
            return (
              <Fieldset key={i} id={`session-${i}`} legend={t('form.session', { number: i + 1 })}>
                <HiddenFields values={{ [`sessions[${i}].id`]: own('id').defaultValue || undefined }} />
                <div className="row class-session">
                  <DateField {...own('date')} label={t('session.date')} hint={t('form.session.dateHint')} />
                  <Field
                    {...own('startsAt')}
                    label={t('session.from')}
                    hint="8:00"
                    width="short"
                    maxLength={10}
                  />
                  <Field
                    {...own('endsAt')}
                    label={t('session.until')}
                    hint="11:30"
                    width="short"
                    maxLength={10}
                  />
                </div>
                <div className="row class-session">
                  <Field {...own('place')} label={t('session.place')} width="medium" maxLength={200} />
                  <Field
                    {...own('trainer')}
                    label={t('session.trainer')}
                    optional
                    width="medium"
                    maxLength={200}
                  />
                </div>
              </Fieldset>
            )
          })}
          <ButtonRow>
            <Button quiet name="more" value={rows + spareSessions}>
              {t('form.sessions.more')}
            </Button>
          </ButtonRow>
        </Panel>
        <Panel title={t('form.teaches')}>
          {choices.domains.map((domain) => (
            <Fieldset
              key={domain.code}
              id={`d-${domain.code}`}
              legend={`${domain.code} ${domain.name[locale]}`}
            >
              {domain.competencies.map(({ code, name }) => (
                <Choice
                  key={code}
                  tight
                  type="checkbox"
                  name="competencies"
                  value={code}
                  checked={ticked.has(code)}
                  label={`${code} ${name[locale]}`}
                />
              ))}
            </Fieldset>
          ))}
          <Fieldset id="modules" legend={t('form.modules')}>
            {choices.modules.map(({ code, title }) => (
              <Choice
                key={code}
                tight
                type="checkbox"
                name="modules"
                value={code}
                checked={taken.has(code)}
                label={title[locale]}
              />
            ))}
          </Fieldset>
        </Panel>
        <Panel title={t('form.rules')}>
          <Field
            {...field('seats')}
            label={t('form.seats')}
            hint={t('form.seats.hint')}
            optional
            inputMode="numeric"
            width="short"
            maxLength={5}
          />
          <Field
            {...field('minShare')}
            label={t('form.minShare')}
            hint={t('form.minShare.hint')}
            inputMode="numeric"
            width="short"
            maxLength={5}
          />
          <Field
            {...field('passPercent')}
            label={t('form.passPercent')}
            hint={t('form.passPercent.hint')}
            optional
            inputMode="numeric"
            width="short"
            maxLength={5}
          />
        </Panel>
        <ButtonRow>
          <Button>{submit}</Button>
          <a href={cancelTo || paths.classes()}>{t('form.cancel')}</a>
        </ButtonRow>
      </form>
    </>
  )
}
