import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { DateField } from '~/ui/DateField'
import { ErrorSummary, type FieldError } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { quizModes, titleLimit, type DraftChoices, type FormChoice } from './draft'
import { DraftCommunes, DraftPositions } from './DraftWhom'
import type { FieldOf } from './field-of'
import { ReachNotes } from './ReachNotes'
import type { Reach } from './who-is-asked.server'

export type DraftFormProps = {
  choices: DraftChoices
  field: FieldOf
  errors: FieldError[]
  communes: string[]
  positions: string[]
  /** Shown after "count". */
  reach: Reach | null
  /** Names the new draft, so that sending it twice makes one. */
  draftId?: string
  cancelTo: string
}

/** Everything that a campaign is made of, on one page; the buttons inside that only help save nothing. */
export function DraftForm({
  choices,
  field,
  errors,
  communes,
  positions,
  reach,
  draftId,
  cancelTo,
}: DraftFormProps) {
  const t = useT('campaigns')
  return (
    <form method="post" id={mainFormId} noValidate>
      <ErrorSummary errors={errors} />
      {reach ? <ReachNotes reach={reach} /> : null}
      <HiddenFields values={{ draftId }} />
      <Panel>
        <Field
          {...field('title')}
          label={t('draft.name')}
          hint={t('draft.nameHint')}
          maxLength={titleLimit}
        />
        <Field
          {...field('titleEn')}
          label={t('draft.nameEn')}
          hint={t('draft.nameEnHint')}
          maxLength={titleLimit}
          optional
        />
      </Panel>
      <Panel title={t('draft.forms')}>
        <FormSelect field={field('personForm')} label={t('draft.personForm')} forms={choices.personForms} />
        <FormSelect
          field={field('communeForm')}
          label={t('draft.communeForm')}
          hint={t('draft.communeFormHint')}
          forms={choices.communeForms}
          none={t('draft.communeForm.leave')}
        />
        <QuizModeChoice field={field('quizMode')} />
      </Panel>
      <DraftCommunes
        choices={choices}
        which={field('whichCommunes')}
        list={field('communes')}
        ticked={communes}
      />
      <DraftPositions
        choices={choices}
        which={field('whichPositions')}
        list={field('positions')}
        ticked={positions}
      />
      <Panel title={t('draft.dates')}>
        <DateField {...field('opensOn')} label={t('draft.opensOn')} />
        <DateField {...field('closesOn')} label={t('draft.closesOn')} hint={t('draft.closesOnHint')} />
      </Panel>
      <ButtonRow>
        <Button>{t('draft.save')}</Button>
        <Button quiet name="intent" value="count" formNoValidate>
          {t('draft.count')}
        </Button>
        <a href={cancelTo}>{t('draft.cancel')}</a>
      </ButtonRow>
    </form>
  )
}

function QuizModeChoice({ field: { id, name, error, defaultValue } }: { field: ReturnType<FieldOf> }) {
  const t = useT('adaptive')
  return (
    <ChoiceGroup
      id={id}
      name={name}
      error={error}
      type="radio"
      legend={t('draft.mode')}
      options={quizModes.map((value) => ({
        value,
        label: t(`draft.mode.${value}`),
        hint: t(`draft.mode.${value}.hint`),
        checked: defaultValue === value,
      }))}
    />
  )
}

type FormSelectProps = {
  field: ReturnType<FieldOf>
  label: string
  hint?: string
  forms: FormChoice[]
  none?: string
}

function FormSelect({ field, label, hint, forms, none }: FormSelectProps) {
  const t = useT('campaigns')
  const locale = useLocale()
  const options = forms.map(({ id, title, version, minutes }) => ({
    value: id,
    label: t('draft.formOption', { title: title[locale], version, minutes }),
  }))
  return (
    <Select
      {...field}
      label={label}
      hint={hint}
      options={none ? [{ value: '', label: none }, ...options] : options}
    />
  )
}
