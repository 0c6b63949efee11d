import { useT } from '~/platform/i18n/react'
import { Tag } from '~/ui/Tag'
import type { BankRow } from './bank-row'

/** That an item is out of use, or has a next version on the way; nothing for one that is simply in use. */
export function ItemState({ retired, draft }: Pick<BankRow, 'retired' | 'draft'>) {
  const t = useT('teach')
  const b = useT('bank')
  return (
    <>
      {retired ? <Tag kind="care">{t('item.retired')}</Tag> : null}{' '}
      {draft ? <Tag kind="now">{b(`status.${draft.state}`)}</Tag> : null}
    </>
  )
}
