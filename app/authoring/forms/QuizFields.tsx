import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { Note } from '~/ui/Note'
import { useEditor } from '../editor/editor-context'
import { Choosing, Line, Tick } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { fieldsOf, partsAt, textAt, type Tree } from '../form/form-tree'
import { compositions } from './draft-form'
import type { BankLine } from './form-bank.server'
import { QuizTable } from './QuizTable'
import { Ticks } from './Ticks'
import type { FormEditorView } from './view-form-editor.server'

type QuizFieldsProps = {
  name: string
  part: Tree
  view: FormEditorView
  /** What the bank has for what was searched; undefined where nothing was. */
  found: BankLine[] | undefined
  items: Record<string, BankLine>
}

/** How the quiz of a survey gets its items, and how it is asked. */
export function QuizFields({ name, part, view, found, items }: QuizFieldsProps) {
  const f = useT('forms')
  const by = compositions.find((each) => each === textAt(part, 'by')) ?? 'profile'
  return (
    <>
      <div className="row">
        <Choosing
          name={`${name}.by`}
          label={f('field.by')}
          options={compositions.map((each) => [each, f(`by.${each}`)])}
        />
        <button className="btn quiet" name="intent" value="again" formNoValidate>
          {f('by.change')}
        </button>
      </div>
      <p className="hint">{f(`by.${by}.text`)}</p>
      {by === 'profile' ? (
        <Profile name={name} view={view} />
      ) : (
        <Kept name={name} part={part} list="levels" />
      )}
      {by === 'items' ? (
        <Items name={name} found={found} items={items} />
      ) : (
        <Kept name={name} part={part} list="items" />
      )}
      {by === 'blueprint' ? (
        <QuizTable name={name} view={view} />
      ) : (
        <Kept name={name} part={part} list="cells" />
      )}
      {by === 'items' ? null : (
        <div className="row">
          <Line name={`${name}.most`} label={f('field.most')} hint={f('hint.most')} decimal />
          <Line
            name={`${name}.minutes`}
            label={f('field.quizMinutes')}
            hint={f('hint.quizMinutes')}
            decimal
          />
        </div>
      )}
      <Tick name={`${name}.shuffle`} label={f('field.shuffle')} hint={f('hint.shuffle')} />
    </>
  )
}

/** What another way of composing has kept, so that nothing is lost by trying one. */
function Kept({ name, part, list }: { name: string; part: Tree; list: 'levels' | 'items' | 'cells' }) {
  const kept = partsAt(part, list)
  const count = list === 'levels' ? (['perCompetency', 'mostCompetencies'] as const) : []
  return (
    <>
      {fieldsOf(kept, `${name}.${list}`).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {count.map((each) =>
        textAt(part, each) ? (
          <input key={each} type="hidden" name={`${name}.${each}`} value={textAt(part, each)} />
        ) : null,
      )}
    </>
  )
}

function Profile({ name, view: { levels } }: { name: string; view: FormEditorView }) {
  const f = useT('forms')
  const locale = useLocale()
  const { tree } = useEditor()
  const chosen = new Set(
    partsAt(tree, `${name}.levels`).flatMap((each) =>
      textAt(each, 'on') === 'yes' ? [textAt(each, 'id')] : [],
    ),
  )
  return (
    <>
      <div className="row">
        <Line name={`${name}.perCompetency`} label={f('field.perCompetency')} decimal />
        <Line
          name={`${name}.mostCompetencies`}
          label={f('field.mostCompetencies')}
          hint={f('hint.mostCompetencies')}
          decimal
        />
      </div>
      <Fieldset id={`${name}.levels`} legend={f('field.levels')}>
        <Ticks
          name={`${name}.levels`}
          options={levels.map(({ level, name: words }) => ({
            id: String(level),
            label: `${level} ${pick(words, locale)}`,
            checked: chosen.has(String(level)),
          }))}
        />
      </Fieldset>
    </>
  )
}

function Items({ name, found, items }: Pick<QuizFieldsProps, 'name' | 'found' | 'items'>) {
  const f = useT('forms')
  const locale = useLocale()
  const { tree } = useEditor()
  const chosen = new Set(partsAt(tree, `${name}.items`).map((each) => textAt(each, 'id')))
  const more = (found ?? []).filter(({ code }) => !chosen.has(code))
  return (
    <>
      <Parts name={`${name}.items`} path={`${name}.items`} adds={false}>
        {({ part }) => {
          const line = items[textAt(part, 'id')]
          return line ? (
            <p>
              <a href={paths.item(line.code)}>{line.code}</a> {pick(line.stem, locale)}{' '}
              <span className="muted">{f('item.level', { level: line.level })}</span>
            </p>
          ) : (
            <Note kind="care">{f('gone', { code: textAt(part, 'id') })}</Note>
          )
        }}
      </Parts>
      <div className="row">
        <Field
          id={`${name}.find`}
          name={`${name}.find`}
          label={f('field.find')}
          hint={f('hint.find')}
          width="medium"
          defaultValue={textAt(tree, `${name}.find`)}
        />
        <button className="btn quiet" name="intent" value="again" formNoValidate>
          {f('find')}
        </button>
      </div>
      {found && more.length === 0 ? <p role="status">{f('found.none')}</p> : null}
      {more.length > 0 ? (
        <Fieldset id={`${name}.found`} legend={f('found', { count: more.length })}>
          <Ticks
            name={`${name}.found`}
            options={more.map(({ code, stem, level }) => ({
              id: code,
              label: `${code} ${pick(stem, locale)}`,
              hint: f('item.level', { level }),
            }))}
          />
          <p>
            <button className="btn quiet" name="intent" value="again" formNoValidate>
              {f('found.add')}
            </button>
          </p>
        </Fieldset>
      ) : null}
    </>
  )
}
