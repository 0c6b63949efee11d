import { cognitiveTypes } from '~/assessment/item'
import type { Domain, Framework } from '~/competency/framework'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { BulkAction, Change, ChangeField, ReadChange } from './bulk-change'

type ChangeValueProps = {
  action: BulkAction
  change: Change | null
  errors: Extract<ReadChange, { kind: 'ask' }>['errors']
  domains: Domain[]
  levels: Framework['levels']
  keep: Record<string, string | undefined>
}

/** The new value that a change gives its items; sent by GET, so that it is shown before anything is done. */
export function ChangeValue({ action, change, errors, domains, levels, keep }: ChangeValueProps) {
  const t = useT('bank')
  const teach = useT('teach')
  const locale = useLocale()
  const values = (change && valueFields(change)) ?? {}
  const field = (name: ChangeField) => ({
    id: name,
    name,
    error: errors[name] ? t(`change.error.${errors[name]}`) : undefined,
    defaultValue: values[name] ?? '',
  })
  return (
    <Panel title={t('change.value')}>
      <form method="get" action={paths.bankChange()}>
        <HiddenFields values={keep} />
        {action === 'family' ? (
          <Field {...field('family')} label={t('family')} hint={t('change.familyHint')} maxLength={60} />
        ) : null}
        {action === 'difficulty' ? (
          <Field
            {...field('difficulty')}
            label={t('difficulty')}
            hint={t('change.difficultyHint')}
            inputMode="decimal"
            width="short"
          />
        ) : null}
        {action === 'cognitive' ? (
          <Select
            {...field('cognitive')}
            label={t('cognitive')}
            placeholder
            options={cognitiveTypes.map((each) => ({ value: each, label: t(`cognitive.${each}`) }))}
          />
        ) : null}
        {action === 'place' ? (
          <>
            <Select
              {...field('competency')}
              label={teach('items.competency')}
              placeholder
              options={domains.map((domain) => ({
                label: `${domain.code} ${pick(domain.name, locale)}`,
                options: domain.competencies.map(({ code, short }) => ({
                  value: code,
                  label: `${code} ${pick(short, locale)}`,
                })),
              }))}
            />
            <Select
              {...field('level')}
              label={teach('items.level')}
              placeholder
              options={levels.map(({ level, name }) => ({
                value: String(level),
                label: `${level} ${pick(name, locale)}`,
              }))}
            />
          </>
        ) : null}
        <ButtonRow>
          <Button quiet>{t('change.show')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}

/** The fields in which a change carries its value; null for one without. */
export function valueFields(change: Change): Partial<Record<ChangeField, string>> | null {
  switch (change.action) {
    case 'family':
      return { family: change.family ?? '' }
    case 'cognitive':
      return { cognitive: change.cognitive }
    case 'difficulty':
      return { difficulty: String(change.difficulty) }
    case 'place':
      return { competency: change.competency, level: String(change.level) }
    default:
      return null
  }
}
