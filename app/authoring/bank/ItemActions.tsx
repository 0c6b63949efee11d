import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Tag } from '~/ui/Tag'
import type { ItemWork } from './item-work.server'

type ItemActionsProps = {
  code: string
  /** The version whose figures are shown. */
  version: number
  work: ItemWork | undefined
  decides: boolean
}

/** What to do with an item that misbehaves: revise it, or take it out of use; or what was done since. */
export function ItemActions({ code, version, work, decides }: ItemActionsProps) {
  const t = useT('bank')
  if (!work) return null
  const of = <span className="vh"> {code}</span>
  if (work.retired) return <Tag>{t('act.retired')}</Tag>
  if (work.version !== version)
    return <a href={paths.item(code)}>{t('act.newer', { version: work.version })}</a>
  return (
    <form method="post" action={paths.item(code)} className="row">
      <Button quiet name="intent" value="revise">
        {t(work.draft ? 'act.goOn' : 'act.revise')}
        {of}
      </Button>
      {decides ? (
        <button className="link" name="intent" value="retire">
          {t('act.retire')}
          {of}
        </button>
      ) : null}
    </form>
  )
}
