import { useT } from '~/platform/i18n/react'
import { Button } from '../Button'
import { ButtonRow } from '../ButtonRow'
import { Choice } from '../Choice'
import { Columns } from '../Columns'
import { DateField } from '../DateField'
import { ErrorSummary } from '../ErrorSummary'
import { Field } from '../Field'
import { FileField } from '../FileField'
import { Select } from '../Select'
import { Tag } from '../Tag'
import { TextArea } from '../TextArea'
import { ShowQuestions } from './ShowQuestions'

/** Controls with and without errors, and the kinds of question. */
export function ShowForms() {
  const t = useT('ui')
  return (
    <form method="post" noValidate>
      <ErrorSummary
        focus={false}
        errors={[
          { fieldId: 'show-password', text: t('show.field.passwordError') },
          { fieldId: 'show-deadline', text: t('show.field.deadlineError') },
        ]}
      />
      <Columns kind="two">
        <div>
          <Field
            id="show-user"
            name="user"
            label={t('show.field.user')}
            hint={t('show.field.userHint')}
            defaultValue="01321-0042"
            autoComplete="username"
          />
          <Field
            id="show-password"
            name="password"
            type="password"
            label={t('show.field.password')}
            error={t('show.field.passwordError')}
            autoComplete="current-password"
            required
          />
          <Select
            id="show-commune"
            name="commune"
            label={t('show.field.commune')}
            placeholder
            markRequired
            options={[
              { label: t('show.field.cluster'), options: [{ value: '01321', label: 'Xã Bảo Lạc' }] },
              { value: '01327', label: 'Xã Cốc Pàng' },
            ]}
          />
          <TextArea
            id="show-opinion"
            name="opinion"
            label={t('show.field.opinion')}
            rows={3}
            optional
            tag={<Tag kind="care">{t('show.draft')}</Tag>}
          />
          <DateField
            id="show-deadline"
            name="deadline"
            label={t('show.field.deadline')}
            defaultValue="31/02/2025"
            error={t('show.field.deadlineError')}
          />
          <FileField
            id="show-file"
            name="file"
            label={t('show.field.file')}
            hint={t('show.field.fileHint')}
            accept=".xlsx,.csv"
          />
          <Choice
            type="checkbox"
            name="shared"
            label={t('show.field.shared')}
            hint={t('show.field.sharedHint')}
          />
          <ButtonRow>
            <Button>{t('show.save')}</Button>
            <a href="#forms">{t('show.now.later')}</a>
          </ButtonRow>
        </div>
        <ShowQuestions />
      </Columns>
    </form>
  )
}
