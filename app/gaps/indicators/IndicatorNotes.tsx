import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import type { IndicatorsView } from './indicators-page.server'

/** What was just done, from the query of the address. */
export type NoteQuery = { note: string | null; count: number }

const notes = ['saved', 'restored', 'firstSet', 'stored', 'undone', 'redone'] as const

/** Says what was just done, with the way back, and asks before something is taken away. */
export function IndicatorNotes({ view, note: { note, count } }: { view: IndicatorsView; note: NoteQuery }) {
  const t = useT('indicators')
  const locale = useLocale()
  const { removed, removal, undoing } = view
  const done = notes.find((each) => each === note)
  return (
    <>
      {done ? (
        <Note kind="done" role="status">
          {t(`note.${done}`, { count })}
        </Note>
      ) : null}
      {removed ? (
        <Note kind="done" role="status" title={t('removed.title', { name: removed.name })}>
          <form method="post">
            <HiddenFields values={{ intent: 'restore', id: removed.id }} />
            <Button quiet>{t('removed.undo')}</Button>
          </form>
        </Note>
      ) : null}
      {removal ? (
        <ConfirmPanel
          level={2}
          title={t('remove.title', { name: removal.name[locale] })}
          what={<p>{t('remove.text')}</p>}
          confirmLabel={t('remove.submit')}
          cancelTo={paths.indicators()}
          fields={{ intent: 'remove', id: removal.id }}
        />
      ) : null}
      {undoing && undoing.undoneAt === null ? (
        <ConfirmPanel
          level={2}
          title={t('undo.title', { name: undoing.fileName })}
          what={<p>{t('undo.text', { count: undoing.added + undoing.changed + undoing.same })}</p>}
          confirmLabel={t('undo.submit')}
          cancelTo={paths.indicators()}
          fields={{ intent: 'undo', id: undoing.id }}
        />
      ) : null}
    </>
  )
}
