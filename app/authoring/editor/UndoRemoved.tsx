import { useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'
import type { Removed } from '../form/parts'

/** Says that a part was taken out, with a button that puts it back. */
export function UndoRemoved({ removed }: { removed: Removed | null }) {
  const t = useT('studio')
  if (!removed) return null
  const list = removed.name.split('.').at(-1) as 'options'
  return (
    <Note
      kind="done"
      role="status"
      title={t('removed.title', { part: t(`part.${list}`, { number: removed.at + 1 }) })}
    >
      <input type="hidden" name="removed" value={JSON.stringify(removed)} />
      <button className="link" name="intent" value="undo" formNoValidate>
        {t('removed.undo')}
      </button>
    </Note>
  )
}
