import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'
import type { Done } from './team-address'
import type { Moved } from './team-reply'

type TeamNotesProps = { done: Done; moved?: Moved }

/** Says what was just done, with the way back where there is one. */
export function TeamNotes({ done, moved }: TeamNotesProps) {
  const t = useT('teams')
  if (moved) {
    const changed = moved.how === 'out' || moved.how === 'back'
    return (
      <Note kind={changed ? 'done' : 'info'} role="status">
        {t(`moved.${moved.how}`)}{' '}
        {moved.how === 'out' ? (
          <button className="link" form={mainFormId} name="putBack" value={moved.personId}>
            {t('moved.undo')}
          </button>
        ) : null}
      </Note>
    )
  }
  if (!done) return null
  return (
    <Note kind="done" role="status">
      {'note' in done ? t(`note.${done.note}`) : <Counts {...done} />}
    </Note>
  )
}

function Counts({ added, joined }: { added: number; joined: number }) {
  const t = useT('teams')
  const said = [
    added > 0 ? t('note.added', { count: added }) : null,
    joined > 0 ? t('note.joined', { count: joined }) : null,
  ].filter(Boolean)
  return <>{said.length > 0 ? said.join(' ') : t('note.nobody')}</>
}
