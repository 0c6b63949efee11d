import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import type { FieldOf } from './DraftForm'
import { systemNameLimit } from './systems'

export type SystemFields = { code: string; active: boolean }

/** A row of the editable list: both names, its place, and whether the survey asks about it. */
export function SystemPanel({ at, row, field }: { at: number; row: SystemFields; field: FieldOf }) {
  const t = useT('campaigns')
  const of = (part: string) => field(`systems[${at}].${part}`)
  return (
    <Panel title={t('systems.row', { n: at + 1 })} level={3}>
      <HiddenFields values={{ [`systems[${at}].code`]: row.code }} />
      <Field {...of('vi')} label={t('systems.vi')} maxLength={systemNameLimit} />
      <Field {...of('en')} label={t('systems.en')} maxLength={systemNameLimit} />
      <Field {...of('place')} label={t('systems.place')} inputMode="numeric" maxLength={3} width="short" />
      <Choice type="checkbox" tight name={of('active').name} id={of('active').id} label={t('systems.active')} checked={row.active} />
    </Panel>
  )
}

/** The empty row that adds a system. */
export function NewSystemPanel({ field }: { field: FieldOf }) {
  const t = useT('campaigns')
  return (
    <Panel title={t('systems.added')} level={3}>
      <p className="muted">{t('systems.addedHint')}</p>
      <Field {...field('added.vi')} label={t('systems.vi')} maxLength={systemNameLimit} />
      <Field {...field('added.en')} label={t('systems.en')} maxLength={systemNameLimit} />
    </Panel>
  )
}
