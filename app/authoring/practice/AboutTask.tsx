import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { paths } from '~/paths'
import { Choosing, Line, Tick } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { useEditor } from '../editor/editor-context'
import { TextPair } from '../editor/TextPair'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import { Rule } from './Rule'
import type { TaskEditorView } from './view-task-editor.server'

/** What a practice task is about, what it measures or teaches, and which screens it has. */
export function AboutTask({ view }: { view: TaskEditorView }) {
  const t = useT('tasks')
  const { draft } = view
  const { tree } = useEditor()
  return (
    <>
      {(['title', 'situation', 'task', 'system'] as const).map((name) => (
        <TextPair
          key={name}
          name={name}
          path={name}
          label={t(`about.${name}`)}
          hint={name === 'system' ? t('about.system.hint') : undefined}
          rows={name === 'situation' || name === 'task' ? 4 : 1}
        />
      ))}
      {draft.baseId === null ? (
        <Line name="code" label={t('about.code')} hint={t('about.code.hint')} />
      ) : (
        <input type="hidden" name="code" value={draft.code} />
      )}
      <Choosing
        name="purpose"
        label={t('about.purpose')}
        hint={t('about.purpose.hint')}
        options={[
          ['teach', t('purpose.teach')],
          ['measure', t('purpose.measure')],
        ]}
      />
      <fieldset>
        <legend className="minor">{t('about.for')}</legend>
        <Tick name="staff" label={t('for.staff')} />
        <Tick name="team" label={t('for.team')} />
      </fieldset>
      <Line name="minutes" label={t('about.minutes')} decimal />
      <h2>{t('evidence.title')}</h2>
      <Evidence view={view} />
      <h2>{t('screens.title')}</h2>
      <p className="small muted">{t('screens.text')}</p>
      <Screens view={view} />
      <Choosing
        name="start"
        label={t('screens.start')}
        options={screenOptions(partsAt(tree, 'screens'), t('screen.untitled'))}
      />
      <h2>{t('memory.title')}</h2>
      <p className="small muted">{t('memory.text')}</p>
      <Parts name="memory" path="memory">
        {({ name }) => (
          <>
            <Rule name={`${name}.name`} label={t('memory.name')} hint={t('memory.name.hint')} />
            <Rule name={`${name}.values`} label={t('memory.values')} hint={t('memory.values.hint')} />
          </>
        )}
      </Parts>
      <Line name="source" label={t('about.source')} hint={t('about.source.hint')} />
    </>
  )
}

/** The screens of a form as the options of a choice. */
export function screenOptions(screens: Tree[], untitled: string): [string, string][] {
  return screens.map((screen) => {
    const id = textAt(screen, 'id')
    return [id, `${textAt(screen, 'title.vi') || textAt(screen, 'title.en') || untitled} (${id})`]
  })
}

function Evidence({ view: { domains, levels } }: { view: TaskEditorView }) {
  const t = useT('tasks')
  const locale = useLocale()
  return (
    <Parts name="evidence" path="evidence">
      {({ name }) => (
        <>
          <Choosing
            name={`${name}.competency`}
            label={t('evidence.competency')}
            options={[
              ['', t('choose')],
              ...domains.flatMap(({ competencies }) =>
                competencies.map(({ code, short }): [string, string] => [
                  code,
                  `${code} ${pick(short, locale)}`,
                ]),
              ),
            ]}
          />
          <Choosing
            name={`${name}.level`}
            label={t('evidence.level')}
            options={[
              ['', t('choose')],
              ...levels.map((each): [string, string] => [
                String(each.level),
                `${each.level} ${pick(each.name, locale)}`,
              ]),
            ]}
          />
          <Line
            name={`${name}.difficulty`}
            label={t('evidence.difficulty')}
            hint={t('evidence.difficulty.hint')}
            decimal
          />
        </>
      )}
    </Parts>
  )
}

function Screens({ view: { draft } }: { view: TaskEditorView }) {
  const t = useT('tasks')
  const { lists, tree } = useEditor()
  return (
    <Parts name="screens" path="screens">
      {({ name, path, at, part }) => {
        const id = textAt(part, 'id')
        const isSaved = draft.data.screens.some((screen) => screen.id === id)
        return (
          <>
            <input type="hidden" name={`${name}.from`} value={isSaved ? id : textAt(part, 'from')} />
            <TextPair name={`${name}.title`} path={`${path}.title`} label={t('screen.name')} rows={1} />
            <input type="hidden" name={`${name}.look`} value={textAt(part, 'look')} />
            <Tick name={`${name}.end`} label={t('screen.end')} />
            <div className="row small">
              {isSaved ? (
                <a href={paths.studioTaskScreen(draft.id, id)}>
                  {t('screens.open')}
                  <span className="vh"> {at + 1}</span>
                </a>
              ) : (
                <span className="muted">{t('screens.saveFirst')}</span>
              )}
              {partsAt(tree, 'screens').length < (lists.screens?.most ?? 0) ? (
                <button className="link" name="intent" value={`copy.${name}`} formNoValidate>
                  {t('screens.copy')}
                  <span className="vh"> {at + 1}</span>
                </button>
              ) : null}
            </div>
          </>
        )
      }}
    </Parts>
  )
}
