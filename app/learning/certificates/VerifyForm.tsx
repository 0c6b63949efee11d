import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { mainFormId } from '~/platform/http/handle'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import type { NumberFault } from './number'

type VerifyFormProps = { typed?: string; fault?: NumberFault }

/** Where anybody types the number of a certificate. */
export function VerifyForm({ typed, fault }: VerifyFormProps) {
  const t = useT('certificates')
  const error = fault && t(`number.${fault}`)
  return (
    <>
      <ErrorSummary title={t('verify.errors')} errors={error ? [{ fieldId: 'number', text: error }] : []} />
      <form method="post" action={paths.verify()} id={mainFormId}>
        <Field
          id="number"
          name="number"
          label={t('verify.number')}
          hint={t('verify.hint')}
          error={error}
          defaultValue={typed}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
        <ButtonRow>
          <Button>{t('verify.check')}</Button>
        </ButtonRow>
      </form>
    </>
  )
}
