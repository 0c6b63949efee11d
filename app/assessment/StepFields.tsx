import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Field } from '~/ui/Field'
import { GapText } from '~/ui/GapText'
import { Matching } from '~/ui/Matching'
import { Ordering } from '~/ui/Ordering'
import { Picture, type PictureProps } from '~/ui/Picture'
import { PicturePoint } from '~/ui/PicturePoint'
import { RowChoices } from '~/ui/RowChoices'
import { TextArea } from '~/ui/TextArea'
import { pointOf, unknownValue, type Entries } from './answer-entry'
import { columnLetters, rowNumbers, squareOf } from './picture-areas'
import type { PictureView, StepView } from './present'
import { longestTyped } from './scoring/typed'

type StepFieldsProps = {
  view: StepView
  filled: Entries
  error?: ReactNode
  /** What "I do not know" costs and brings, where that differs from a survey. */
  unknownHint?: string
  /** The question as the heading of its page, or as words of a page with a heading of its own. */
  legendAs?: 'h1' | 'plain'
}

/** The controls of one question, filled with what was answered or typed. */
export function StepFields({ view, filled, error, unknownHint, legendAs = 'h1' }: StepFieldsProps) {
  const t = useT('survey')
  const chosen = filled.v ?? []
  const unknown = {
    value: unknownValue,
    label: t('unknown'),
    hint: unknownHint ?? t('unknown.hint'),
    checked: chosen.includes(unknownValue),
  }
  const hint = view.hint ?? hintOf(view, t)
  if (view.kind === 'choice') {
    return (
      <>
        {view.picture ? <Picture {...pictureOf(view.picture)} /> : null}
        <ChoiceGroup
          id="answer"
          legend={view.text}
          legendAs={legendAs}
          hint={hint}
          error={error}
          type={view.multiple ? 'checkbox' : 'radio'}
          name="v"
          options={view.options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))}
          or={view.canBeUnknown ? unknown : undefined}
        />
      </>
    )
  }
  return (
    <>
      {view.picture && view.kind !== 'point' ? <Picture {...pictureOf(view.picture)} /> : null}
      <Controls {...{ view, filled, error, hint, legendAs }} />
      {view.canBeUnknown ? (
        <>
          <p className="or">{t('or')}</p>
          <Choice type="checkbox" name="v" {...unknown} />
        </>
      ) : null}
    </>
  )
}

function pictureOf({ hash, ...rest }: PictureView): PictureProps {
  return { src: hash === null ? null : paths.figure(hash), ...rest }
}

type ControlsProps = {
  view: Exclude<StepView, { kind: 'choice' }>
  filled: Entries
  error?: ReactNode
  hint?: string
  legendAs: 'h1' | 'plain'
}

function Controls({ view, filled, error, hint, legendAs }: ControlsProps) {
  const group = { id: 'answer', legend: view.text, legendAs, hint, error } as const
  const Heading = legendAs === 'h1' ? 'h1' : 'p'
  switch (view.kind) {
    case 'matching': {
      const left = view.rows.map(({ name, label }) => ({ value: name, label, chosen: filled[name]?.[0] }))
      return <Matching {...group} name="m" left={left} right={view.rights} nameOf={(name) => name} />
    }
    case 'ordering': {
      const steps = view.rows.map(({ name, label }) => ({
        value: name,
        label,
        position: Number(filled[name]?.[0]) || undefined,
      }))
      return <Ordering {...group} name="o" steps={steps} nameOf={(name) => name} />
    }
    case 'rows': {
      const rows = view.rows.map((row) => ({ ...row, chosen: filled[row.name]?.[0] }))
      return <RowChoices {...group} rows={rows} options={view.options} />
    }
    case 'gaps': {
      const pieces = view.pieces.map((piece) =>
        typeof piece === 'string' ? piece : { ...piece, filled: filled[piece.name]?.[0] },
      )
      return <GapText {...group} pieces={pieces} maxLength={longestTyped} />
    }
    case 'point': {
      const at = pointOf(filled.p?.[0])
      return (
        <PicturePoint
          {...group}
          picture={pictureOf(view.picture ?? { hash: null, alt: '', width: 1000, height: 1000 })}
          grid={{ columns: columnLetters, rows: rowNumbers }}
          pressed={at && { at, square: squareOf(at) }}
          column={filled['q.c']?.[0]}
          row={filled['q.r']?.[0]}
        />
      )
    }
    case 'number':
    case 'text':
      return (
        <>
          <Heading className="question">{view.text}</Heading>
          <Typed {...{ view, filled, error }} hint={view.hint} />
        </>
      )
  }
}

type TypedProps = Omit<ControlsProps, 'view' | 'legendAs'> & {
  view: Extract<StepView, { kind: 'number' | 'text' }>
}

function Typed({ view, filled, error, hint }: TypedProps) {
  const t = useT('survey')
  const field = { id: 'answer', hint, error }
  if (view.kind === 'number')
    return (
      <Field
        {...field}
        name="n"
        label={view.unit ? t('number.unit', { unit: view.unit }) : t('number')}
        inputMode="decimal"
        autoComplete="off"
        width="short"
        defaultValue={filled.n?.[0]}
      />
    )
  const text = { ...field, name: 't', maxLength: view.maxLength, defaultValue: filled.t?.[0] }
  if (view.line) return <Field {...text} label={t('text.line')} autoComplete="off" spellCheck={false} />
  return (
    <TextArea
      {...text}
      label={view.words ? t('text.words', { count: view.words }) : t('text.max', { max: view.maxLength })}
      rows={view.words ? 14 : 6}
    />
  )
}

function hintOf(view: StepView, t: ReturnType<typeof useT<'survey'>>): string | undefined {
  if (view.kind === 'choice' && view.anchored) return t('hint.anchored')
  if (view.kind === 'choice' && view.multiple) return t('hint.multiple')
  if (view.kind === 'matching') return t('hint.matching')
  if (view.kind === 'rows') return t('hint.rows')
  if (view.kind === 'gaps') return t('hint.gaps')
  if (view.kind === 'point') return t('hint.point')
  return undefined
}
