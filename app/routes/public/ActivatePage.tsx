import type { OpenSlip, SlipRefusal } from '~/people/accounts/find-slip.server'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { ActivatePassword, type TypedActivation } from './ActivatePassword'

export type ActivationBack = {
  typed: TypedActivation
  slip: OpenSlip | null
  refused: SlipRefusal | { reason: 'empty' } | null
  errors: Record<string, string>
}

/** First the code of the slip; once it is right, whose account it opens and the new password. */
export function ActivatePage({ back }: { back?: ActivationBack }) {
  const t = useT('auth')
  if (back?.slip) return <ActivatePassword typed={back.typed} slip={back.slip} errors={back.errors} />
  const refused = back?.refused
  const fieldFault =
    refused?.reason === 'empty' || refused?.reason === 'unknown'
      ? t(`activate.refusal.${refused.reason}`)
      : undefined
  return (
    <Main>
      <BackLink to={paths.signIn()}>{t('signIn.title')}</BackLink>
      <h1>{t('activate.title')}</h1>
      <ErrorSummary
        title={t('activate.refused')}
        errors={fieldFault ? [{ fieldId: 'code', text: fieldFault }] : []}
      />
      {refused && !fieldFault ? <Refused refused={refused as SlipRefusal} /> : null}
      <p>{t('activate.text')}</p>
      <form method="post" id={mainFormId} noValidate>
        <Field
          id="code"
          name="code"
          label={t('activate.code')}
          hint={t('activate.codeHint')}
          error={fieldFault}
          defaultValue={back?.typed.code}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          width="medium"
          required
        />
        <ButtonRow>
          <Button>{t('activate.next')}</Button>
        </ButtonRow>
      </form>
      <p>
        <a href={paths.forgot()}>{t('activate.noSlip')}</a>
      </p>
    </Main>
  )
}

function Refused({ refused }: { refused: SlipRefusal }) {
  const t = useT('auth')
  const values = {
    date: 'since' in refused ? formatDate(new Date(refused.since)) : '',
    count: 'minutes' in refused ? refused.minutes : 0,
  }
  return (
    <Note kind="stop" role="alert" title={t('activate.refused')}>
      {t(`activate.refusal.${refused.reason}`, values)}{' '}
      {refused.reason === 'used' ? <a href={paths.signIn()}>{t('signIn.submit')}</a> : null}
    </Note>
  )
}
