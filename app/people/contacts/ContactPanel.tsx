import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Field } from '~/ui/Field'
import { Panel } from '~/ui/Panel'

type ContactPanelProps = { field: { id: string; name: string; defaultValue?: string; error?: string } }

/** The address of one commune's office, to be changed. */
export function ContactPanel({ field }: ContactPanelProps) {
  const t = useT('reminders')
  return (
    <Panel>
      <form method="post" noValidate>
        <Field
          {...field}
          label={t('contacts.email')}
          hint={t('contacts.hint')}
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          optional
        />
        <ButtonRow>
          <Button quiet>{t('contacts.save')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}
