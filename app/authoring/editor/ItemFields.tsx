import type { ItemKind } from '~/assessment/item'
import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Field } from '~/ui/Field'
import { Select } from '~/ui/Select'
import { textAt } from '../form/form-tree'
import { AreasOnPicture } from '../pictures/AreasOnPicture'
import { useEditor } from './editor-context'
import { Feedback, Parts } from './Part'
import { TextPair } from './TextPair'

/** What makes up an item of each kind, besides what every item has. */
export function ItemFields({ kind }: { kind: ItemKind }) {
  const t = useT('studio')
  switch (kind) {
    case 'single':
      return <Options name="options" path="options" one />
    case 'multiple':
      return (
        <>
          <Scoring />
          <Options name="options" path="options" />
        </>
      )
    case 'truefalse':
      return (
        <>
          <Scoring />
          <Parts name="statements" path="statements">
            {({ name, path }) => (
              <>
                <TextPair name={name} path={path} label={t('field.statement')} />
                <Choosing
                  name={`${name}.correct`}
                  label={t('field.truth')}
                  options={[
                    ['', t('truth.false')],
                    ['yes', t('truth.true')],
                  ]}
                />
                <Feedback name={name} path={path} />
              </>
            )}
          </Parts>
        </>
      )
    case 'matching':
      return (
        <>
          <Parts name="pairs" path="pairs">
            {({ name, path }) => (
              <>
                <TextPair name={`${name}.left`} path={`${path}.left`} label={t('field.left')} />
                <TextPair name={`${name}.right`} path={`${path}.right`} label={t('field.right')} />
                <Feedback name={name} path={path} />
              </>
            )}
          </Parts>
          <h3>{t('field.extra')}</h3>
          <Parts name="extra" path="extra">
            {({ name, path }) => (
              <>
                <TextPair name={name} path={path} label={t('field.right')} />
                <Feedback name={name} path={path} />
              </>
            )}
          </Parts>
        </>
      )
    case 'ordering':
      return (
        <>
          <p className="hint">{t('hint.ordering')}</p>
          <Parts name="steps" path="steps">
            {({ name, path }) => <TextPair name={name} path={path} label={t('field.step')} />}
          </Parts>
        </>
      )
    case 'numeric':
      return (
        <>
          <Line name="answer" label={t('field.answer')} decimal />
          <Line name="tolerance" label={t('field.tolerance')} hint={t('hint.tolerance')} decimal />
          <TextPair name="unit" path="unit" label={t('field.unit')} rows={1} />
        </>
      )
    case 'short':
      return (
        <>
          <p className="hint">{t('hint.answers')}</p>
          <Tick name="exact" label={t('field.exact')} hint={t('hint.exact')} />
          <Answers name="answers" path="answers" />
        </>
      )
    case 'gaps':
      return <Gaps />
    case 'point':
      return (
        <>
          <AreasOnPicture />
          <Areas />
        </>
      )
    case 'essay':
      return <Rubric />
  }
}

function Scoring() {
  const t = useT('studio')
  return (
    <Choosing
      name="scoring"
      label={t('field.scoring')}
      options={[
        ['part', t('scoring.part')],
        ['all', t('scoring.all')],
      ]}
    />
  )
}

function Options({ name: list, path: listPath, one }: { name: string; path: string; one?: boolean }) {
  const t = useT('studio')
  const { tree } = useEditor()
  return (
    <Parts name={list} path={listPath}>
      {({ name, path, part }) => (
        <>
          <TextPair name={name} path={path} label={t('field.option')} />
          {one ? (
            <Choice
              type="radio"
              tight
              name="key"
              value={textAt(part, 'id')}
              label={t('field.key')}
              checked={textAt(tree, 'key') === textAt(part, 'id')}
            />
          ) : (
            <Tick name={`${name}.correct`} label={t('field.correct')} />
          )}
          <Weight name={name} />
          <Feedback name={name} path={path} />
        </>
      )}
    </Parts>
  )
}

function Answers({ name: list, path: listPath }: { name: string; path: string }) {
  const t = useT('studio')
  return (
    <Parts name={list} path={listPath}>
      {({ name, path }) => (
        <>
          <TextPair name={name} path={path} label={t('field.accepted')} rows={1} />
          <Weight name={name} />
          <Feedback name={name} path={path} />
        </>
      )}
    </Parts>
  )
}

/** A weight that an import brought; a new part has none and offers none. */
function Weight({ name }: { name: string }) {
  const t = useT('studio')
  const { tree } = useEditor()
  return textAt(tree, `${name}.weight`) === '' ? null : (
    <Line name={`${name}.weight`} label={t('field.weight')} decimal />
  )
}

function Gaps() {
  const t = useT('studio')
  const { tree } = useEditor()
  return (
    <>
      <TextPair name="text" path="text" label={t('field.gapText')} hint={t('hint.gapText')} rows={5} />
      <Parts name="gaps" path="gaps">
        {({ name, path, part }) => {
          const chosen = textAt(tree, `${name}.mode`) === 'chosen'
          return (
            <>
              <p className="small">{t('hint.gapMark', { mark: `{${textAt(part, 'id')}}` })}</p>
              <Choosing
                name={`${name}.mode`}
                label={t('field.gapMode')}
                hint={t('hint.gapMode')}
                options={[
                  ['typed', t('gapMode.typed')],
                  ['chosen', t('gapMode.chosen')],
                ]}
              />
              {chosen ? (
                <Options name={`${name}.options`} path={`${path}.options`} />
              ) : (
                <>
                  <Tick name={`${name}.exact`} label={t('field.exact')} />
                  <Answers name={`${name}.answers`} path={`${path}.answers`} />
                </>
              )}
            </>
          )
        }}
      </Parts>
    </>
  )
}

function Areas() {
  const t = useT('studio')
  return (
    <Parts name="areas" path="areas">
      {({ name, path }) => (
        <>
          <TextPair name={`${name}.name`} path={`${path}.name`} label={t('field.areaName')} rows={1} />
          <Choosing
            name={`${name}.shape`}
            label={t('field.shape')}
            options={(['rectangle', 'circle', 'polygon'] as const).map((shape) => [
              shape,
              t(`shape.${shape}`),
            ])}
          />
          <Line name={`${name}.at`} label={t('field.at')} hint={t('hint.at')} />
          <Tick name={`${name}.correct`} label={t('field.correctArea')} />
          <Feedback name={name} path={path} />
        </>
      )}
    </Parts>
  )
}

function Rubric() {
  const t = useT('studio')
  return (
    <>
      <Line name="most" label={t('field.most')} decimal />
      <Parts name="rubric" path="rubric">
        {({ name, path }) => (
          <>
            <TextPair name={`${name}.name`} path={`${path}.name`} label={t('field.criterion')} rows={1} />
            <Parts name={`${name}.levels`} path={`${path}.levels`}>
              {(level) => (
                <>
                  <Line name={`${level.name}.points`} label={t('field.points')} decimal />
                  <TextPair name={level.name} path={level.path} label={t('field.levelWords')} rows={1} />
                </>
              )}
            </Parts>
          </>
        )}
      </Parts>
    </>
  )
}

type LineProps = { name: string; label: string; hint?: string; decimal?: boolean }

/** One line of an item's form, filled with what was typed. */
export function Line({ name, label, hint, decimal }: LineProps) {
  const t = useT('studio')
  const { tree, errors } = useEditor()
  return (
    <Field
      id={name}
      name={name}
      label={label}
      hint={hint}
      width="medium"
      inputMode={decimal ? 'decimal' : undefined}
      autoComplete="off"
      defaultValue={textAt(tree, name)}
      error={errors[name] ? t(errors[name] as 'error.field') : undefined}
    />
  )
}

export function Tick({ name, label, hint }: LineProps) {
  const { tree } = useEditor()
  return (
    <Choice
      type="checkbox"
      tight
      id={name}
      name={name}
      value="yes"
      label={label}
      hint={hint}
      checked={textAt(tree, name) === 'yes'}
    />
  )
}

type ChoosingProps = LineProps & { options: [value: string, label: string][] }

/** A choice of an item's form, filled with what was chosen. */
export function Choosing({ name, label, hint, options }: ChoosingProps) {
  const { tree } = useEditor()
  return (
    <Select
      id={name}
      name={name}
      label={label}
      hint={hint}
      width="medium"
      defaultValue={textAt(tree, name)}
      options={options.map(([value, words]) => ({ value, label: words }))}
    />
  )
}
