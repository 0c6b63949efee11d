import type { ProvinceName } from '~/people/places/places.server'
import { useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Field } from '~/ui/Field'
import { Select } from '~/ui/Select'
import { givenRoles } from './role-form'

type FieldOf = (name: string) => { id: string; name: string; defaultValue?: string; error?: string }
type RoleFieldsProps = { field: FieldOf; everywhere: boolean; provinces: ProvinceName[] }

/** Which role, and where it holds. */
export function RoleFields({ field, everywhere, provinces }: RoleFieldsProps) {
  const t = useT('admin')
  const { defaultValue: chosen, ...role } = field('role')
  const options = givenRoles.map((each) => ({
    value: each,
    label: t(`role.${each}`),
    hint: t(`role.${each}.hint`),
    checked: chosen === each,
  }))
  return (
    <>
      <ChoiceGroup {...role} type="radio" legend={t('form.role')} options={options} />
      <Select
        {...field('province')}
        label={t('form.province')}
        hint={everywhere ? t('form.province.hint') : undefined}
        placeholder={everywhere ? t('form.province.everywhere') : true}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        width="medium"
      />
      <Field
        {...field('commune')}
        label={t('form.commune')}
        hint={t('form.commune.hint')}
        width="medium"
        maxLength={100}
        optional
      />
    </>
  )
}
