import { useT } from '~/platform/i18n/react'
import { useEditor } from '../editor/editor-context'
import { Choosing, Line } from '../editor/ItemFields'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { Ticks } from './Ticks'

/** Who is asked a question: everybody, or those who answered an earlier one in a certain way. */
export function ConditionFields({ name, id }: { name: string; id: string }) {
  const f = useT('forms')
  const { tree } = useEditor()
  const all = numberedQuestions(tree)
  const earlier = all.slice(
    0,
    all.findIndex((each) => each.id === id),
  )
  const chosen = textAt(tree, `${name}.showIf.question`)
  if (earlier.length === 0 && chosen === '') return null
  const named = all.find((each) => each.id === chosen)
  // One that does not stand before any more stays chosen, so that it is seen and mended.
  const astray = chosen !== '' && !earlier.some((each) => each.id === chosen)
  return (
    <details open={chosen !== ''}>
      <summary>{f('showIf.title')}</summary>
      {chosen ? <input type="hidden" name={`${name}.showIf.of`} value={chosen} /> : null}
      <div className="row">
        <Choosing
          name={`${name}.showIf.question`}
          label={f('showIf.question')}
          options={[
            ['', f('showIf.always')],
            ...earlier.map(({ id: each, label }): [string, string] => [each, label]),
            ...(astray
              ? [[chosen, f('showIf.astray', { label: named?.label ?? chosen })] as [string, string]]
              : []),
          ]}
        />
        <button className="btn quiet" name="intent" value="again" formNoValidate>
          {f('showIf.choose')}
        </button>
      </div>
      {astray ? <p className="hint">{f('showIf.astrayText')}</p> : null}
      {named ? <Cases name={name} named={named} /> : null}
    </details>
  )
}

type Numbered = { id: string; label: string; part: Tree }

function numberedQuestions(tree: Tree): Numbered[] {
  return partsAt(tree, 'sections')
    .flatMap((section, i) =>
      partsAt(section, 'questions').map((part, n) => ({ part, place: `${i + 1}.${n + 1}` })),
    )
    .map(({ part, place }) => ({
      id: textAt(part, 'id'),
      label: `${place}. ${textAt(part, 'text.vi') || textAt(part, 'text.en')}`.slice(0, 90),
      part,
    }))
}

/** For which answers to the named question this one is asked. */
function Cases({ name, named: { part } }: { name: string; named: Numbered }) {
  const f = useT('forms')
  const { tree } = useEditor()
  const list = `${name}.showIf.options`
  const kind = textAt(part, 'kind')
  if (kind === 'number')
    return (
      <>
        <p className="hint">{f('showIf.numberHint')}</p>
        <div className="row">
          <Line name={`${name}.showIf.min`} label={f('showIf.from')} decimal />
          <Line name={`${name}.showIf.max`} label={f('showIf.to')} decimal />
        </div>
      </>
    )
  if (kind !== 'single' && kind !== 'multiple') return <p className="hint">{f('showIf.anyAnswer')}</p>
  const ticked = new Map(partsAt(tree, list).map((each) => [textAt(each, 'id'), textAt(each, 'on')]))
  return (
    <>
      <p className="hint">{f('showIf.optionsHint')}</p>
      <Ticks
        name={list}
        options={partsAt(part, 'options').map((option) => ({
          id: textAt(option, 'id'),
          label: textAt(option, 'vi') || textAt(option, 'en') || f('untitled'),
          checked: ticked.get(textAt(option, 'id')) === 'yes',
        }))}
      />
    </>
  )
}
