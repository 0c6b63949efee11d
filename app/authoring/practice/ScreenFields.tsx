import { useT } from '~/platform/i18n/react'
import { paths } from '~/paths'
import { Choosing, Tick } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { useEditor } from '../editor/editor-context'
import { TextPair } from '../editor/TextPair'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { screenOptions } from './AboutTask'
import { Rule, When } from './Rule'
import { treeOfTask } from './task-form'
import type { TaskEditorView } from './view-task-editor.server'

type PartPlace = { name: string; path: string }

/** One screen of a practice task: what it says and shows, what is filled in there, what its buttons do. */
export function ScreenFields({ view, screen }: { view: TaskEditorView; screen: string }) {
  const t = useT('tasks')
  const { draft } = view
  const [name, path] = ['screens.0', `screens.${screen}`]
  const memory = draft.data.memory.map((each) => `${each.name}: ${each.values}`)
  return (
    <>
      <input type="hidden" name={`${name}.id`} value={screen} />
      <TextPair name={`${name}.title`} path={`${path}.title`} label={t('screen.name')} rows={1} />
      <Look name={name} />
      <Tick name={`${name}.end`} label={t('screen.end')} hint={t('screen.end.hint')} />
      <details>
        <summary>{t('rules.title')}</summary>
        <p className="small">{t('rules.text')}</p>
        <ul className="small">
          {(['is', 'not', 'either', 'range', 'both', 'or', 'ticked'] as const).map((each) => (
            <li key={each}>{t(`rules.${each}`)}</li>
          ))}
        </ul>
        <p className="small">
          {memory.length > 0 ? t('rules.memory', { memory: memory.join('; ') }) : t('rules.noMemory')}{' '}
          <a href={`${paths.studioTask(draft.id)}#memory`}>{t('rules.change')}</a>
        </p>
      </details>
      <h2>{t('paragraphs.title')}</h2>
      <Parts name={`${name}.paragraphs`} path={`${path}.paragraphs`}>
        {(part) => (
          <>
            <TextPair name={part.name} path={part.path} label={t('paragraphs.text')} />
            <When name={part.name} />
          </>
        )}
      </Parts>
      <h2>{t('shown.title')}</h2>
      <Parts name={`${name}.shown`} path={`${path}.shown`}>
        {(part) => (
          <>
            <Choosing
              name={`${part.name}.document`}
              label={t('shown.document')}
              options={[
                ['', t('choose')],
                ...draft.data.documents.map(({ id, title }): [string, string] => [
                  id,
                  `${title.vi || title.en} (${id})`,
                ]),
              ]}
            />
            <When name={part.name} />
          </>
        )}
      </Parts>
      <p className="small">
        <a href={paths.studioTaskPart(draft.id, 'documents')}>{t('shown.write')}</a>
      </p>
      <h2>{t('fields.title')}</h2>
      <Parts name={`${name}.fields`} path={`${path}.fields`}>
        {({ part, ...place }) => <FieldParts place={place} field={part} />}
      </Parts>
      <h2>{t('actions.title')}</h2>
      <Parts name={`${name}.actions`} path={`${path}.actions`}>
        {({ part, ...place }) => <ActionParts place={place} action={part} whole={treeOfTask(draft.data)} />}
      </Parts>
      <h2>{t('hints.title')}</h2>
      <p className="small muted">{t('hints.text')}</p>
      <Parts name={`${name}.hints`} path={`${path}.hints`}>
        {(part) => <TextPair name={part.name} path={part.path} label={t('hints.one')} />}
      </Parts>
    </>
  )
}

function Look({ name }: { name: string }) {
  const t = useT('tasks')
  return (
    <Choosing
      name={`${name}.look`}
      label={t('screen.look')}
      options={(['desk', 'form', 'mail', 'table', 'talk', 'phone', 'meeting'] as const).map((look) => [
        look,
        t(`look.${look}`),
      ])}
    />
  )
}

function FieldParts({ place: { name, path }, field }: { place: PartPlace; field: Tree }) {
  const t = useT('tasks')
  const id = textAt(field, 'id')
  const kind = textAt(field, 'kind')
  return (
    <>
      <p className="small">{t('fields.id', { id })}</p>
      <TextPair name={`${name}.label`} path={`${path}.label`} label={t('fields.label')} rows={1} />
      <Choosing
        name={`${name}.kind`}
        label={t('fields.kind')}
        hint={t('fields.kind.hint')}
        options={(['choice', 'choices', 'number', 'text'] as const).map((each) => [
          each,
          t(`fieldKind.${each}`),
        ])}
      />
      {kind === 'choice' || kind === 'choices' ? (
        <Parts name={`${name}.options`} path={`${path}.options`}>
          {({ part, ...option }) => (
            <>
              <p className="small">{t('options.id', { id: textAt(part, 'id') })}</p>
              <TextPair name={option.name} path={option.path} label={t('options.text')} rows={1} />
              <When name={option.name} />
            </>
          )}
        </Parts>
      ) : null}
      {kind === 'number' ? (
        <TextPair name={`${name}.unit`} path={`${path}.unit`} label={t('fields.unit')} rows={1} />
      ) : null}
      <TextPair name={`${name}.hint`} path={`${path}.hint`} label={t('fields.hint')} rows={1} />
      <When name={name} />
    </>
  )
}

type ActionPartsProps = { place: PartPlace; action: Tree; whole: Tree }

function ActionParts({ place: { name, path }, action, whole }: ActionPartsProps) {
  const t = useT('tasks')
  const { tree } = useEditor()
  const fields = partsAt(tree, 'screens.0.fields').map((field) => textAt(field, 'id'))
  const go: [string, string][] = [
    ['', t('outcomes.stay')],
    ...screenOptions(partsAt(whole, 'screens'), t('screen.untitled')),
  ]
  const count = partsAt(action, 'outcomes').length
  return (
    <>
      <p className="small">{t('actions.id', { id: textAt(action, 'id') })}</p>
      <TextPair name={`${name}.label`} path={`${path}.label`} label={t('actions.label')} rows={1} />
      {fields.length > 0 ? (
        <Rule
          name={`${name}.needs`}
          label={t('actions.needs')}
          hint={t('actions.needs.hint', { ids: fields.join(', ') })}
        />
      ) : (
        <input type="hidden" name={`${name}.needs`} value={textAt(action, 'needs')} />
      )}
      <When name={name} />
      <Parts name={`${name}.outcomes`} path={`${path}.outcomes`}>
        {(part) => (
          <>
            {part.at < count - 1 || textAt(part.part, 'when') !== '' ? (
              <Rule name={`${part.name}.when`} label={t('outcomes.when')} hint={t('outcomes.when.hint')} />
            ) : (
              <p className="small muted">{t('outcomes.otherwise')}</p>
            )}
            <Rule name={`${part.name}.set`} label={t('outcomes.set')} hint={t('outcomes.set.hint')} />
            <Choosing name={`${part.name}.go`} label={t('outcomes.go')} options={go} />
            <TextPair name={`${part.name}.say`} path={`${part.path}.say`} label={t('outcomes.say')} />
            <Choosing
              name={`${part.name}.tone`}
              label={t('outcomes.tone')}
              options={[
                ['', t('tone.none')],
                ['done', t('tone.done')],
                ['care', t('tone.care')],
              ]}
            />
          </>
        )}
      </Parts>
    </>
  )
}
