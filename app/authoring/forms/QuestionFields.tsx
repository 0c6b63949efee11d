import { useT } from '~/platform/i18n/react'
import { useEditor } from '../editor/editor-context'
import { Line, Tick } from '../editor/ItemFields'
import { Parts, type PartProps } from '../editor/Part'
import { TextPair } from '../editor/TextPair'
import { textAt } from '../form/form-tree'
import { questionKinds } from './draft-form'
import { ConditionFields } from './ConditionFields'

/** A question of a survey, folded away under its words once it has some. */
export function QuestionFields({ name, path, part, faulty }: PartProps & { faulty: string[] }) {
  const f = useT('forms')
  const kind = questionKinds.find((each) => each === textAt(part, 'kind')) ?? 'single'
  const words = textAt(part, 'text.vi') || textAt(part, 'text.en')
  const open = words === '' || faulty.some((each) => each === name || each.startsWith(`${name}.`))
  return (
    <details open={open}>
      <summary>
        {words || f('untitled')} <span className="muted">({f(`kind.${kind}`)})</span>
      </summary>
      <input type="hidden" name={`${name}.kind`} value={kind} />
      <TextPair name={`${name}.text`} path={`${path}.text`} label={f('field.question')} />
      <TextPair name={`${name}.hint`} path={`${path}.hint`} label={f('field.hint')} rows={1} />
      <Tick name={`${name}.required`} label={f('field.required')} />
      {kind === 'number' ? (
        <>
          <div className="row">
            <Line name={`${name}.min`} label={f('field.min')} decimal />
            <Line name={`${name}.max`} label={f('field.max')} decimal />
          </div>
          <TextPair name={`${name}.unit`} path={`${path}.unit`} label={f('field.unit')} rows={1} />
        </>
      ) : null}
      {kind === 'text' ? <Line name={`${name}.maxLength`} label={f('field.maxLength')} decimal /> : null}
      {kind === 'systems' ? <p className="hint">{f('hint.systems')}</p> : null}
      {kind === 'likert' ? (
        <>
          <h4>{f('field.rows')}</h4>
          <Parts name={`${name}.rows`} path={`${path}.rows`}>
            {(row) => <TextPair name={row.name} path={row.path} label={f('field.row')} rows={1} />}
          </Parts>
          <h4>{f('field.scale')}</h4>
        </>
      ) : null}
      {kind === 'single' || kind === 'multiple' || kind === 'likert' || kind === 'ranking' ? (
        <Parts name={`${name}.options`} path={`${path}.options`}>
          {(option) => (
            <>
              <TextPair name={option.name} path={option.path} label={f('field.option')} rows={1} />
              {kind === 'single' || kind === 'multiple' ? (
                <OptionMore {...option} multiple={kind === 'multiple'} />
              ) : null}
            </>
          )}
        </Parts>
      ) : null}
      <ConditionFields name={name} id={textAt(part, 'id')} />
      {kind === 'text' ? null : <Reported name={name} path={path} />}
    </details>
  )
}

function OptionMore({ name, path, multiple }: PartProps & { multiple: boolean }) {
  const f = useT('forms')
  const { tree } = useEditor()
  const written = ['hint.vi', 'hint.en', 'lacking', 'exclusive'].some((each) =>
    textAt(tree, `${name}.${each}`),
  )
  return (
    <details open={written}>
      <summary>{f('option.more')}</summary>
      <TextPair name={`${name}.hint`} path={`${path}.hint`} label={f('field.hint')} rows={1} />
      <Tick name={`${name}.lacking`} label={f('field.lacking')} hint={f('hint.lacking')} />
      {multiple ? <Tick name={`${name}.exclusive`} label={f('field.exclusive')} /> : null}
    </details>
  )
}

/** Whether the report shows the question as a condition of work. */
function Reported({ name, path }: { name: string; path: string }) {
  const f = useT('forms')
  const { tree } = useEditor()
  const code = textAt(tree, `${name}.condition.code`)
  return (
    <details open={code !== ''}>
      <summary>{f('report.title')}</summary>
      <p className="hint">{f('report.text')}</p>
      {code ? <input type="hidden" name={`${name}.condition.code`} value={code} /> : null}
      <TextPair
        name={`${name}.condition.name`}
        path={`${path}.condition.name`}
        label={f('field.conditionName')}
        rows={1}
      />
    </details>
  )
}
