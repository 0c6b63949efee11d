import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import type { FieldOf } from './field-of'
import { systemNameLimit } from './systems'

export type SystemFields = { code: string; active: boolean }

/** A row of the editable list: both names, its place, and whether the survey asks about it. */
export function SystemRowFields({ at, row, field }: { at: number; row: SystemFields; field: FieldOf }) {
  const t = useT('campaigns')
  const of = (part: string) => field(`systems[${at}].${part}`)
  const { id, name } = of('active')
  return (
    <Fieldset id={`system-${at + 1}`} legend={t('systems.row', { n: at + 1 })}>
      <HiddenFields values={{ [`systems[${at}].code`]: row.code }} />
      <Columns kind="side">
        <Columns kind="two">
          <Field {...of('vi')} label={t('systems.vi')} maxLength={systemNameLimit} />
          <Field {...of('en')} label={t('systems.en')} maxLength={systemNameLimit} />
        </Columns>
        <Columns kind="two">
          <Field
            {...of('place')}
            label={t('systems.place')}
            inputMode="numeric"
            maxLength={3}
            width="short"
          />
          <Choice
            type="checkbox"
            tight
            id={id}
            name={name}
            label={t('systems.active')}
            checked={row.active}
          />
        </Columns>
      </Columns>
    </Fieldset>
  )
}

/** The empty row that adds a system. */
export function NewSystemPanel({ field }: { field: FieldOf }) {
  const t = useT('campaigns')
  return (
    <Panel title={t('systems.added')}>
      <p className="muted">{t('systems.addedHint')}</p>
      <Columns kind="two">
        <Field {...field('added.vi')} label={t('systems.vi')} maxLength={systemNameLimit} />
        <Field {...field('added.en')} label={t('systems.en')} maxLength={systemNameLimit} />
      </Columns>
    </Panel>
  )
}
