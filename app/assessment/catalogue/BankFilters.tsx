import type { Domain, Framework } from '~/competency/framework'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Select, type SelectOption } from '~/ui/Select'
import { cognitiveTypes } from '../item'
import { bankOrder, bankQuery, bankStatuses, figureFilters, type BankFilter } from './bank-filter'
import { itemKinds } from './item-filter'

type BankFiltersProps = {
  filter: BankFilter
  domains: Domain[]
  levels: Framework['levels']
  authors: { id: string; name: string | null }[]
}

/** What narrows the bank's list: the usual at hand, the rest folded away until it is used. */
export function BankFilters({ filter, domains, levels, authors }: BankFiltersProps) {
  const t = useT('teach')
  const b = useT('bank')
  const locale = useLocale()
  const query = bankQuery(filter)
  const { cognitive, family, author, figures, kind, purpose } = filter
  const all = t('items.all')
  const choice = (id: string, label: string, value: string | null, options: SelectOption[]) => (
    <Select id={id} name={id} label={label} defaultValue={value ?? ''} placeholder={all} options={options} />
  )
  return (
    <Filters
      keep={bankOrder(filter)}
      clearHref={Object.values(query).some(Boolean) ? paths.items(bankOrder(filter)) : undefined}
    >
      <Field id="q" name="q" label={t('items.search')} defaultValue={filter.q ?? ''} maxLength={100} />
      <Select
        id="competency"
        name="competency"
        label={t('items.competency')}
        defaultValue={filter.competency ?? ''}
        placeholder={all}
        options={domains.map((domain) => ({
          label: `${domain.code} ${pick(domain.name, locale)}`,
          options: domain.competencies.map(({ code, short }) => ({
            value: code,
            label: `${code} ${pick(short, locale)}`,
          })),
        }))}
      />
      {choice(
        'level',
        t('items.level'),
        filter.level ? String(filter.level) : null,
        levels.map(({ level, name }) => ({ value: String(level), label: `${level} ${pick(name, locale)}` })),
      )}
      <Select
        id="status"
        name="status"
        label={t('items.status')}
        defaultValue={filter.status === 'inUse' ? '' : filter.status}
        options={bankStatuses.map((each) => ({
          value: each === 'inUse' ? '' : each,
          label:
            each === 'inUse' ? t('item.inUse') : each === 'retired' ? t('item.retired') : b(`status.${each}`),
        }))}
      />
      {choice(
        'figures',
        b('figures'),
        figures,
        figureFilters.map((each) => ({ value: each, label: b(`figures.${each}`) })),
      )}
      <details open={Boolean(kind || purpose || cognitive || family || author)}>
        <summary>{b('more')}</summary>
        <div className="filters">
          {choice(
            'purpose',
            t('items.purpose'),
            purpose,
            (['measure', 'teach'] as const).map((each) => ({ value: each, label: t(`purpose.${each}`) })),
          )}
          {choice(
            'kind',
            t('items.kind'),
            kind,
            itemKinds.map((each) => ({ value: each, label: t(`kind.${each}`) })),
          )}
          {choice(
            'cognitive',
            b('cognitive'),
            cognitive,
            cognitiveTypes.map((each) => ({ value: each, label: b(`cognitive.${each}`) })),
          )}
          {choice('author', b('author'), author, [
            { value: 'content', label: b('author.content') },
            { value: 'studio', label: b('author.studio') },
            ...authors.map(({ id, name }) => ({ value: id, label: name ?? b('author.gone') })),
          ])}
          <Field id="family" name="family" label={b('family')} defaultValue={family ?? ''} maxLength={100} />
        </div>
      </details>
    </Filters>
  )
}
