import type { fieldProps } from '~/platform/http/form-reply'
import { useLocale, useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { asNew, leave } from './file-columns'
import type { ImportPreview } from './import-indicators.server'
import { IndicatorFields } from './IndicatorFields'
import { scaleExample } from './preview-words'
import type { FileColumn } from './read-file'

type Props = { preview: ImportPreview; field: ReturnType<typeof fieldProps> }

/** Whether the file leaves something of an indicator open that its reader can settle. */
export function needsChoice({ asked, numeric, scale }: FileColumn): boolean {
  return (asked && numeric) || scale?.asked === true
}

/** What only the reader knows: what a name in the file means, and whether numbers are shares or percentages. */
export function ChoicePanels({ preview, field }: Props) {
  const t = useT('indicators')
  const open = preview.read.columns.flatMap((each, column) => (needsChoice(each) ? [{ each, column }] : []))
  if (open.length === 0) return null
  return (
    <Panel title={t('preview.choices')}>
      {open.map(({ each, column }) => (
        <div key={column}>
          {each.asked ? <Meaning preview={preview} field={field} each={each} column={column} /> : null}
          <ScaleChoice each={each} column={column} />
        </div>
      ))}
    </Panel>
  )
}

type OneProps = { each: FileColumn; column: number }

function Meaning({ preview, field, each, column }: Props & OneProps) {
  const t = useT('indicators')
  const locale = useLocale()
  const { choices, indicators, read } = preview
  const as = choices[`as-${column}`] ?? leave
  const used = new Set(read.columns.flatMap(({ asked, code }) => (asked || code === null ? [] : [code])))
  const bare = each.heading.replace(/\s*\([^()]*\)\s*$/, '')
  const filled = (name: string) => {
    const props = field(name)
    const start = { nameVi: bare, unit: 'percent', better: 'higher' }[name.split('-')[0]!]
    return as === asNew ? props : { ...props, defaultValue: props.defaultValue ?? start }
  }
  return (
    <>
      <Select
        id={`as-${column}`}
        name={`as-${column}`}
        label={t('preview.choose', { heading: each.heading })}
        hint={t('preview.choose.hint', { count: each.filled })}
        defaultValue={as}
        options={[
          { value: leave, label: t('preview.choose.leave') },
          { value: asNew, label: t('preview.choose.new') },
          ...indicators
            .filter(({ code }) => !used.has(code))
            .map(({ code, name }) => ({
              value: code,
              label: t('preview.choose.known', { name: name[locale] }),
            })),
        ]}
      />
      <details className="more" open={as === asNew}>
        <summary>{t('preview.choose.fields')}</summary>
        <IndicatorFields field={filled} suffix={`-${column}`} />
      </details>
    </>
  )
}

function ScaleChoice({ each: { scale, heading }, column }: OneProps) {
  const t = useT('indicators')
  const locale = useLocale()
  if (!scale?.asked || scale.example === null) return null
  const { example } = scale
  const asked = scaleExample(locale, example, 'share').example
  return (
    <ChoiceGroup
      id={`scale-${column}`}
      name={`scale-${column}`}
      type="radio"
      tight
      legend={t('preview.scale.ask', { name: heading, example: asked })}
      options={(['share', 'percent'] as const).map((read) => ({
        value: read,
        checked: scale.read === read,
        label: t('preview.scale.as', {
          percent: scaleExample(locale, example, read).percent,
          how: t(`preview.scale.how.${read}`),
        }),
      }))}
    />
  )
}
