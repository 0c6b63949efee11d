import type { ProvinceName } from '~/people/places/places.server'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Select } from '~/ui/Select'
import { lifetimes, usualLifetime } from './token'

/** A place of the form is looked up as that of a role is, and refused in the same words. */
function useFields(reply?: FormReply) {
  const field = fieldProps(useT('api'), reply, { days: String(usualLifetime) })
  const place = fieldProps(useT('admin'), reply)
  return { field, commune: reply?.errors.commune?.startsWith('form.commune.long') ? field : place }
}

export function TokenFaults({ reply }: { reply?: FormReply }) {
  const { field, commune } = useFields(reply)
  return (
    <ErrorSummary
      errors={[
        ...summaryOf(field, ['name', 'province']),
        ...summaryOf(commune, ['commune']),
        ...summaryOf(field, ['days']),
      ]}
    />
  )
}

/** What a new token is for, where it holds and for how long. */
export function TokenForm({ provinces, reply }: { provinces: ProvinceName[]; reply?: FormReply }) {
  const t = useT('api')
  const { field, commune } = useFields(reply)
  const [only] = provinces.length === 1 ? provinces : []
  return (
    <form method="post" id={mainFormId} noValidate>
      <Field
        {...field('name')}
        label={t('form.name')}
        hint={t('form.name.hint')}
        width="medium"
        maxLength={80}
        autoComplete="off"
        required
      />
      {only ? (
        <>
          <HiddenFields values={{ province: only.code }} />
          <p>{t('form.province.only', { province: only.name })}</p>
        </>
      ) : (
        <Select
          {...field('province')}
          label={t('form.province')}
          placeholder
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          width="medium"
        />
      )}
      <Field
        {...commune('commune')}
        label={t('form.commune')}
        hint={t('form.commune.hint')}
        width="medium"
        maxLength={100}
        autoComplete="off"
        optional
      />
      <Select
        {...field('days')}
        label={t('form.days')}
        hint={t('form.days.hint')}
        options={lifetimes.map((days) => ({ value: String(days), label: t(`form.days.${days}`) }))}
        width="short"
      />
      <ButtonRow>
        <Button>{t('form.submit')}</Button>
      </ButtonRow>
    </form>
  )
}
