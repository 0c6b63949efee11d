import { useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Field } from '~/ui/Field'
import type { FieldView } from './present'
import { fieldName, longestText } from './sent-move'

/** A control of a simulated screen. */
export function PracticeField({ field, error }: { field: FieldView; error?: string }) {
  const t = useT('practice')
  const name = fieldName(field.id)
  if ('options' in field) {
    const several = field.kind === 'choices'
    return (
      <ChoiceGroup
        id={name}
        name={name}
        type={several ? 'checkbox' : 'radio'}
        legend={field.label}
        hint={field.hint ?? (several ? t('field.several') : undefined)}
        error={error}
        options={field.options.map(({ id, label }) => ({
          value: id,
          label,
          checked: field.chosen.includes(id),
        }))}
      />
    )
  }
  return (
    <Field
      id={name}
      name={name}
      label={field.unit ? `${field.label} (${field.unit})` : field.label}
      hint={field.hint ?? undefined}
      error={error}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      width={field.kind === 'number' ? 'short' : undefined}
      maxLength={longestText}
      autoComplete="off"
      spellCheck={false}
      defaultValue={field.typed}
    />
  )
}
