import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { bulkActions, mostItems, type BulkAction } from './bulk-change'

type BulkBarProps = {
  total: number
  /** How many items the page shows. */
  shown: number
  /** The filter of the list, as an address has it. */
  filter: string
  decides: boolean
}

const deciding: readonly BulkAction[] = ['retire', 'restore']

/** What is to be done with the items that are ticked above, or with all that the filter means. */
export function BulkBar({ total, shown, filter, decides }: BulkBarProps) {
  const t = useT('bank')
  const actions = bulkActions.filter((each) => decides || !deciding.includes(each))
  return (
    <Panel title={t('selected')}>
      <input type="hidden" name="in" value={filter} />
      <div className="filters">
        <Select
          id="do"
          name="do"
          label={t('do')}
          options={[...actions, 'export' as const].map((value) => ({ value, label: t(`do.${value}`) }))}
        />
        {total > shown && total <= mostItems ? (
          <Choice tight type="checkbox" name="all" value="yes" label={t('all', { count: total })} />
        ) : null}
      </div>
      <ButtonRow>
        <Button quiet>{t('go')}</Button>
      </ButtonRow>
    </Panel>
  )
}
