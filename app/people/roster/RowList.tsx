import { pick, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Table, type Column } from '~/ui/Table'
import { birthText } from '../persons/person-words'
import type { DiffRow, FieldChange } from './diff-types'
import type { PersonField, PersonKind, RosterPerson, Sex } from './types'

export type Names = { communes: Record<string, string>; positions: Record<string, Bilingual> }

type RowListProps = { rows: DiffRow[]; show: 'new' | 'moved' | 'changed' | 'unchanged'; names: Names }

/** Rows that would be written, or stay as they are, with what the file says or changes. */
export function RowList({ rows, show, names }: RowListProps) {
  const t = useT('roster')
  const people = useT('people')
  const locale = useLocale()
  const changes: Column<DiffRow> = {
    key: 'changes',
    label: t('list.changes'),
    cell: (row) =>
      row.changes.map((change) => <div key={change.field}>{changeText(change, names, locale)}</div>),
  }
  const columns: Column<DiffRow>[] = [
    { key: 'name', label: t('list.name'), rowHeader: true, cell: ({ person }) => person?.fullName },
    { key: 'row', label: t('list.row'), align: 'end', cell: ({ row }) => row },
    { key: 'code', label: people('list.code'), cell: ({ person }) => person?.staffCode ?? '' },
    {
      key: 'commune',
      label: people('list.commune'),
      cell: ({ person }) => person && valueText('communeCode', person.communeCode, names, locale),
    },
    {
      key: 'positions',
      label: people('list.positions'),
      cell: ({ person }) => person && valueText('positionCodes', person.positionCodes, names, locale),
    },
    ...(show === 'moved' || show === 'changed' ? [changes] : []),
  ]
  return (
    <Table
      caption={t(`list.title.${show}`)}
      rows={rows}
      rowKey={({ row }) => String(row)}
      empty={t('show.empty')}
      columns={columns}
    />
  )
}

function changeText({ field, from, to }: FieldChange, names: Names, locale: Locale): string {
  const t = getT(locale, 'roster')
  return t('list.change', {
    field: t(fieldKey(field)),
    from: valueText(field, from, names, locale),
    to: valueText(field, to, names, locale),
  })
}

const fieldKey = (field: PersonField) => `column.${field}` as const

/** A value of a person in words. */
export function valueText(
  field: PersonField,
  value: RosterPerson[PersonField],
  names: Names,
  locale: Locale,
): string {
  const people = getT(locale, 'people')
  if (value === null || value === '') return getT(locale, 'roster')('list.nothing')
  if (Array.isArray(value)) {
    return value
      .map((code) => (names.positions[code] ? pick(names.positions[code], locale) : code))
      .join('; ')
  }
  if (field === 'communeCode') return names.communes[value] ?? value
  if (field === 'kind') return people(`kind.${value as PersonKind}`)
  if (field === 'sex') return people(`sex.${value as Sex}`)
  return field === 'birthDate' ? birthText(value) : value
}
