import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { TextArea } from '~/ui/TextArea'

type ReturnStandardProps = {
  inForce: number
  field: (name: string) => { id: string; name: string; defaultValue?: string; error?: string }
}

/** Asks before an edited standard gives way to what ships. */
export function ReturnStandard({ inForce, field }: ReturnStandardProps) {
  const t = useT('analysis')
  const reason = field('reason')
  return (
    <Main>
      <PageTitle lead={t('return.what')}>{t('return.title')}</PageTitle>
      <ErrorSummary errors={reason.error ? [{ fieldId: reason.id, text: reason.error }] : []} />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'return', inForce }} />
        <TextArea
          {...reason}
          label={t('edit.reason')}
          hint={t('edit.reasonHint')}
          rows={3}
          maxLength={1000}
          markRequired
        />
        <ButtonRow>
          <Button>{t('return.confirm')}</Button>
          <a href={paths.standards()}>{t('edit.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
