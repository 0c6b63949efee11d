import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Field } from '~/ui/Field'
import { Matching } from '~/ui/Matching'
import { Ordering } from '~/ui/Ordering'
import { TextArea } from '~/ui/TextArea'
import { unknownValue, type Entries } from './answer-entry'
import type { StepView } from './present'

type StepFieldsProps = {
  view: StepView
  filled: Entries
  error?: ReactNode
  /** What "I do not know" costs and brings, where that differs from a survey. */
  unknownHint?: string
}

/** The controls of one question, filled with what was answered or typed. */
export function StepFields({ view, filled, error, unknownHint }: StepFieldsProps) {
  const t = useT('survey')
  const chosen = filled.v ?? []
  const group = {
    id: 'answer',
    legend: view.text,
    legendAs: 'h1',
    hint: view.hint ?? hintOf(view, t),
    error,
  } as const
  const unknown = {
    value: unknownValue,
    label: t('unknown'),
    hint: unknownHint ?? t('unknown.hint'),
    checked: chosen.includes(unknownValue),
  }
  if (view.kind === 'choice') {
    return (
      <ChoiceGroup
        {...group}
        type={view.multiple ? 'checkbox' : 'radio'}
        name="v"
        options={view.options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))}
        or={view.canBeUnknown ? unknown : undefined}
      />
    )
  }
  const or = view.canBeUnknown ? (
    <>
      <p className="or">{t('or')}</p>
      <Choice type="checkbox" name="v" {...unknown} />
    </>
  ) : null
  if (view.kind === 'matching') {
    const left = view.rows.map(({ name, label }) => ({ value: name, label, chosen: filled[name]?.[0] }))
    return (
      <>
        <Matching {...group} name="m" left={left} right={view.rights} nameOf={(name) => name} />
        {or}
      </>
    )
  }
  if (view.kind === 'ordering') {
    const steps = view.rows.map(({ name, label }) => ({
      value: name,
      label,
      position: Number(filled[name]?.[0]) || undefined,
    }))
    return (
      <>
        <Ordering {...group} name="o" steps={steps} nameOf={(name) => name} />
        {or}
      </>
    )
  }
  const field = { id: 'answer', hint: view.hint, error }
  return (
    <>
      <h1 className="question">{view.text}</h1>
      {view.kind === 'number' ? (
        <Field
          {...field}
          name="n"
          label={view.unit ? t('number.unit', { unit: view.unit }) : t('number')}
          inputMode="decimal"
          autoComplete="off"
          width="short"
          defaultValue={filled.n?.[0]}
        />
      ) : (
        <TextArea
          {...field}
          name="t"
          label={t('text.max', { max: view.maxLength })}
          maxLength={view.maxLength}
          rows={6}
          defaultValue={filled.t?.[0]}
        />
      )}
      {or}
    </>
  )
}

function hintOf(view: StepView, t: ReturnType<typeof useT<'survey'>>): string | undefined {
  if (view.kind === 'choice' && view.anchored) return t('hint.anchored')
  if (view.kind === 'choice' && view.multiple) return t('hint.multiple')
  if (view.kind === 'matching') return t('hint.matching')
  return undefined
}
