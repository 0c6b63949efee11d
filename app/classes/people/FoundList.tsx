import { useLocale, useT } from '~/platform/i18n/react'
import type { Bilingual } from '~/platform/i18n/locale'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { HiddenFields } from '~/ui/HiddenFields'
import type { FoundPeople, Search } from './find-people.server'

type FoundListProps = {
  action: string
  found: FoundPeople
  search?: Search
  ticked: string[]
  positions: Record<string, Bilingual>
}

/** People who were found, each to be ticked; those who have a seat are said to have one. */
export function FoundList({ action, found: { rows, total }, search, ticked, positions }: FoundListProps) {
  const t = useT('classes')
  const locale = useLocale()
  if (rows.length === 0) return <p role="status">{t('find.none')}</p>
  const free = rows.filter(({ seated }) => !seated)
  return (
    <form method="post" action={action}>
      <HiddenFields values={{ intent: 'add', ...search }} />
      <ChoiceGroup
        id="found"
        name="person"
        type="checkbox"
        legend={t('find.found', { count: total })}
        hint={total > rows.length ? t('find.first', { count: rows.length }) : undefined}
        options={rows.map(({ id, fullName, staffCode, communeName, positionCodes, seated }) => ({
          value: id,
          label: `${fullName} · ${staffCode}`,
          hint: [
            ...positionCodes.map((code) => positions[code]?.[locale] ?? code),
            communeName,
            seated ? t('find.seated') : null,
          ]
            .filter(Boolean)
            .join('; '),
          checked: seated || ticked.includes(id),
          disabled: seated,
        }))}
      />
      <ButtonRow>
        <Button>{t('find.add')}</Button>
        {free.length > 1 ? (
          <Button quiet name="all" value="1">
            {t('find.addAll', { count: free.length })}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  )
}
