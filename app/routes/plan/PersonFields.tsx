import type { PersonChoices } from '~/people/persons/person-form'
import { personKinds, sexes } from '~/people/persons/person-words'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Select } from '~/ui/Select'
import { fieldProps, type FormReply } from '~/platform/http/form-reply'

export const personFieldNames = [
  'fullName',
  'birthDate',
  'sex',
  'kind',
  'email',
  'staffCode',
  'commune',
  'position',
  'also[0]',
  'also[1]',
  'also[2]',
]

type PersonFieldsProps = {
  choices: PersonChoices
  reply?: FormReply | null
  /** By name of the field, as it would be typed. */
  stored?: Record<string, string>
  /** Choosing another commune moves somebody. */
  moves?: boolean
}

/** The fields about a person, for adding and for editing. */
export function PersonFields({ choices, reply, stored = {}, moves }: PersonFieldsProps) {
  const t = useT('people')
  const locale = useLocale()
  const field = fieldProps(t, reply, stored)
  const valueOf = (name: string) => field(name).defaultValue
  const positions = choices.departments.map(({ name, positions }) => ({
    label: pick(name, locale),
    options: positions.map((position) => ({ value: position.code, label: pick(position.name, locale) })),
  }))
  const alsoFields = Object.keys(stored).filter((name) => name.startsWith('also[')).length + 1
  return (
    <Columns kind="two">
      <div>
        <Field
          {...field('fullName')}
          label={t('form.fullName')}
          autoComplete="off"
          maxLength={120}
          required
        />
        <Field
          {...field('birthDate')}
          label={t('form.birthDate')}
          hint={t('form.birthDate.hint')}
          optional
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
        <ChoiceGroup
          id="sex"
          name="sex"
          type="radio"
          tight
          legend={t('form.sex')}
          error={field('sex').error}
          options={[
            ...sexes.map((sex) => ({
              value: sex,
              label: t(`sex.${sex}`),
              checked: valueOf('sex') === sex,
            })),
            { value: '', label: t('sex.unknown'), checked: !valueOf('sex') },
          ]}
        />
        <ChoiceGroup
          id="kind"
          name="kind"
          type="radio"
          tight
          legend={t('form.kind')}
          error={field('kind').error}
          options={personKinds.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            checked: valueOf('kind') === kind,
          }))}
        />
      </div>
      <div>
        <Select
          {...field('commune')}
          label={t('form.commune')}
          hint={moves ? t('form.commune.moveHint') : undefined}
          placeholder
          options={choices.communes.map(({ code, name }) => ({ value: code, label: name }))}
          required
        />
        <Select {...field('position')} label={t('form.position')} placeholder options={positions} required />
        {Array.from({ length: Math.max(3, alsoFields) }, (_, i) => (
          <Select
            key={i}
            {...field(`also[${i}]`)}
            label={t('form.also', { number: i + 1 })}
            placeholder={t('form.also.none')}
            options={positions}
            optional
          />
        ))}
        <Field {...field('email')} label={t('form.email')} type="email" optional autoComplete="off" />
        <Field
          {...field('staffCode')}
          label={t('form.staffCode')}
          hint={t('form.staffCode.hint')}
          optional
          width="medium"
          autoComplete="off"
        />
      </div>
    </Columns>
  )
}
