import type { fieldProps } from '~/platform/http/form-reply'
import { useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Select } from '~/ui/Select'
import { directions, units } from './indicator'

type Props = {
  field: ReturnType<typeof fieldProps>
  /** Behind the names of the fields, where a page has several indicators. */ suffix?: string
  /** The kind of figure stays where there are figures. */ hasValues?: boolean
}

/** The fields of an indicator: its names, what it counts, and which way is good. */
export function IndicatorFields({ field, suffix = '', hasValues }: Props) {
  const t = useT('indicators')
  const of = (name: string) => field(name + suffix)
  return (
    <>
      <Field
        {...of('nameVi')}
        label={t('form.nameVi')}
        hint={suffix ? undefined : t('form.nameVi.hint')}
        maxLength={160}
        width="medium"
      />
      <Field {...of('nameEn')} label={t('form.nameEn')} optional maxLength={160} width="medium" />
      <Select
        {...of('unit')}
        label={t('form.unit')}
        hint={hasValues ? t('form.unit.kept') : undefined}
        width="medium"
        options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
      <Field
        {...of('unitVi')}
        label={t('form.unitVi')}
        hint={t('form.unitVi.hint')}
        optional
        maxLength={40}
      />
      <Field {...of('unitEn')} label={t('form.unitEn')} optional maxLength={40} width="medium" />
      <Select
        {...of('better')}
        label={t('form.better')}
        width="medium"
        options={directions.map((each) => ({ value: each, label: t(`better.${each}`) }))}
      />
    </>
  )
}
