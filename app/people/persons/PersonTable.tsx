import { paths } from '~/paths'
import type { Bilingual } from '~/platform/i18n/locale'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Column } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import type { PersonRow } from './person-row.server'

type PersonTableProps = {
  caption: string
  rows: PersonRow[]
  positions: Record<string, Bilingual>
  /** Where people of several communes stand together. */
  withCommune?: boolean
  maySlip: boolean
}

const tags: Record<PersonRow['account'], TagKind> = {
  active: 'ok',
  notActivated: 'care',
  idle: 'plain',
  locked: 'bad',
  disabled: 'bad',
  none: 'plain',
}

/** People with positions and the state of their account; each name leads to the person. */
export function PersonTable({ caption, rows, positions, withCommune, maySlip }: PersonTableProps) {
  const t = useT('people')
  const columns: (Column<PersonRow> | false)[] = [
    {
      key: 'name',
      label: t('list.name'),
      cell: ({ id, fullName }) => <a href={paths.person(id)}>{fullName}</a>,
    },
    { key: 'code', label: t('list.code'), cell: ({ staffCode }) => <span className="num">{staffCode}</span> },
    withCommune === true && {
      key: 'commune',
      label: t('list.commune'),
      cell: ({ communeName }) => communeName ?? t('unknown'),
    },
    {
      key: 'positions',
      label: t('list.positions'),
      cell: ({ positionCodes }) => <PositionNames codes={positionCodes} names={positions} />,
    },
    { key: 'kind', label: t('list.kind'), wideOnly: true, cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'account', label: t('list.account'), cell: ({ account }) => <AccountTag state={account} /> },
    maySlip && {
      key: 'slip',
      label: t('list.slip'),
      labelHidden: true,
      cell: ({ id, fullName, account }) =>
        account === 'none' || account === 'disabled' ? null : (
          <a href={paths.personSlip(id)}>
            {t('list.newSlip')}
            <VisuallyHidden>{t('list.newSlipFor', { name: fullName })}</VisuallyHidden>
          </a>
        ),
    },
  ]
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns.filter((column) => column !== false)}
    />
  )
}

export function AccountTag({ state }: { state: PersonRow['account'] }) {
  const t = useT('people')
  return <Tag kind={tags[state]}>{t(`account.${state}`)}</Tag>
}

export function PositionNames({ codes, names }: { codes: string[]; names: Record<string, Bilingual> }) {
  const locale = useLocale()
  return <>{codes.map((code) => (names[code] ? pick(names[code], locale) : code)).join('; ')}</>
}
