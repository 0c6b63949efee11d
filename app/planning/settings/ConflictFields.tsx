import { formatDateTime } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { fieldWords, valueWords } from './field-words'
import type { Conflict } from './merge'
import type { PartValues } from './parts'
import type { Editor } from './save-part.server'
import type { SettingsView } from './view-settings.server'

export type ConflictReply = {
  conflicts: Conflict[]
  changed: string[]
  /** Everything on which the two agree; it travels on with the form. */
  values: PartValues
  editor: Editor
}

/** Two planners changed the same: both values, and a choice for each; the rest of both is kept. */
export function ConflictFields({ view, conflict }: { view: SettingsView; conflict: ConflictReply }) {
  const t = useT('planning')
  const locale = useLocale()
  const { part, lists } = view
  const words = (name: string) => fieldWords({ t, locale, lists }, part, name)
  const who = conflict.editor.name ?? t('settings.somebody')
  const when = formatDateTime(conflict.editor.at)
  return (
    <>
      <Note kind="care" role="alert" title={t('conflict.title', { who, when })}>
        <p>{t('conflict.text')}</p>
        <p>{t('conflict.changed', { fields: conflict.changed.map(words).join('; ') })}</p>
      </Note>
      <HiddenFields values={conflict.values} />
      <Panel title={t('conflict.choose', { count: conflict.conflicts.length })}>
        {conflict.conflicts.map(({ name, mine, theirs }) => (
          <Fieldset key={name} id={name} legend={words(name)}>
            <Choice
              tight
              type="radio"
              name={name}
              value={mine}
              checked
              label={t('conflict.mine', { value: valueWords({ t }, name, mine) })}
            />
            <Choice
              tight
              type="radio"
              name={name}
              value={theirs}
              label={t('conflict.theirs', { who, value: valueWords({ t }, name, theirs) })}
            />
          </Fieldset>
        ))}
      </Panel>
    </>
  )
}
