import { useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'

export const bankNotes = ['drafts', 'retired', 'restored'] as const
export type BankNoteKey = (typeof bankNotes)[number]

/** What was just done with how many items. */
export function BankNote({ note, count }: { note: BankNoteKey; count: number }) {
  const t = useT('bank')
  return (
    <Note kind="done" role="status">
      {t(`note.${note}`, { count })}
    </Note>
  )
}
