import { audiences } from '~/learning/module'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Choice } from '~/ui/Choice'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Select, type SelectGroup, type SelectOption } from '~/ui/Select'
import autosaveUrl from '../editor/autosave.js?url'
import type { Typed } from '../editor/edit-draft.server'
import { useEditor } from '../editor/editor-context'
import { Parts } from '../editor/Part'
import { TextPair } from '../editor/TextPair'
import { textAt, type Tree } from '../form/form-tree'
import { ModuleFaults } from './fault-words'
import { LessonRows } from './LessonRows'
import { ModuleForm } from './ModuleForm'
import { ModuleHead } from './ModuleHead'
import { ModuleSide } from './ModuleSide'
import type { ModuleEditorView } from './view-editor.server'

type EditModulePageProps = { view: ModuleEditorView; tree: Tree; reply: Typed | null }

/** A module: what it is for, its lessons in order, what goes with it. */
export function EditModulePage({ view, tree, reply }: EditModulePageProps) {
  const t = useT('modules')
  const studio = useT('studio')
  const { draft, others, removed } = view
  const faults = reply?.faults ?? []
  return (
    <Main wide>
      <ModuleHead
        {...{ draft, others, reply }}
        current="module"
        title={draft.data.title.vi || draft.data.title.en || t('untitled')}
        actions={
          <>
            <ButtonLink quiet to={paths.studioReview(draft.id)}>
              {t('history')}
            </ButtonLink>
            <button className="btn" form={mainFormId} name="intent" value="send">
              {studio('send')}
            </button>
          </>
        }
      />
      {faults.length > 0 ? (
        <Note kind="stop" role="alert" id="errors" title={studio('send.faults')}>
          <ModuleFaults id={draft.id} data={draft.data} faults={faults} />
        </Note>
      ) : null}
      {removed ? (
        <Note
          kind="done"
          role="status"
          title={t('removed.lesson', {
            title: removed.lesson.title.vi || removed.lesson.title.en || t('untitled'),
          })}
        >
          <form method="post" className="in-row">
            <input type="hidden" name="lesson" value={removed.lesson.id} />
            <input type="hidden" name="at" value={removed.at} />
            <button className="link" name="intent" value="restore">
              {studio('removed.undo')}
            </button>
          </form>
        </Note>
      ) : null}
      <Columns kind="side">
        <ModuleForm {...{ draft, tree, reply }} only="about">
          <TextPair name="title" path="title" label={t('field.title')} rows={1} />
          <TextPair name="aim" path="aim" label={t('field.aim')} hint={t('hint.aim')} />
          <Audiences />
          <h2 id="lessons">{t('lessons.title')}</h2>
          <LessonRows view={view} />
          <h2>{t('place.competencies')}</h2>
          <Competencies view={view} />
          <More view={view} />
        </ModuleForm>
        <ModuleSide view={view} />
      </Columns>
      <script type="module" src={autosaveUrl} />
    </Main>
  )
}

function Audiences() {
  const t = useT('modules')
  const { tree } = useEditor()
  return (
    <div id="for" tabIndex={-1}>
      <Fieldset id="for-whom" legend={t('field.for')} hint={t('hint.for')}>
        {audiences.map((audience) => (
          <Choice
            key={audience}
            type="checkbox"
            tight
            name={`for.${audience}`}
            value="yes"
            checked={textAt(tree, `for.${audience}`) === 'yes'}
            label={t(`audience.${audience}`)}
          />
        ))}
      </Fieldset>
    </div>
  )
}

function Competencies({ view: { domains, levels } }: { view: ModuleEditorView }) {
  const t = useT('modules')
  const locale = useLocale()
  const groups: SelectGroup[] = domains.map((domain) => ({
    label: `${domain.code} ${pick(domain.name, locale)}`,
    options: domain.competencies.map(({ code, short }) => ({
      ...{ value: code, label: `${code} ${pick(short, locale)}` },
    })),
  }))
  return (
    <>
      <p className="hint">{t('hint.competencies')}</p>
      <Parts name="competencies" path="competencies">
        {({ name, part }) => (
          <div className="row">
            <Chosen name={`${name}.code`} value={textAt(part, 'code')} options={groups} field="competency" />
            <Chosen
              name={`${name}.level`}
              value={textAt(part, 'level')}
              options={levels.map((each) => ({
                ...{ value: String(each.level), label: `${each.level} ${pick(each.name, locale)}` },
              }))}
              field="level"
            />
          </div>
        )}
      </Parts>
    </>
  )
}

type ChosenProps = {
  name: string
  value: string
  options: (SelectOption | SelectGroup)[]
  field: 'competency' | 'level' | 'module' | 'task'
}

/** A select whose value may have gone from the list: it stays until somebody changes it. */
function Chosen({ name, value, options, field }: ChosenProps) {
  const t = useT('modules')
  const known = options.flatMap((each) => ('options' in each ? each.options : [each]))
  const lost = value !== '' && !known.some((each) => each.value === value)
  return (
    <Select
      id={name}
      name={name}
      label={t(`field.${field}`)}
      placeholder
      defaultValue={value}
      options={lost ? [{ value, label: value }, ...options] : options}
    />
  )
}

/** What many modules do without: its address, what goes before, practice tasks, the guide for those who teach with it. */
function More({ view: { draft, modules, tasks } }: { view: ModuleEditorView }) {
  const t = useT('modules')
  const locale = useLocale()
  const { tree, errors } = useEditor()
  const options = (list: ModuleEditorView['modules']) =>
    list.map(({ code, title }) => ({ value: code, label: pick(title, locale) }))
  return (
    <>
      <details open={draft.data.requires.length + draft.data.practice.length > 0}>
        <summary>{t('more.title')}</summary>
        {draft.baseId === null ? (
          <Field
            id="code"
            name="code"
            label={t('field.code')}
            hint={t('hint.code')}
            defaultValue={textAt(tree, 'code')}
            error={errors.code ? t('fault.moduleCode') : undefined}
            maxLength={60}
            optional
            spellCheck={false}
          />
        ) : null}
        <h3>{t('place.requires')}</h3>
        <Parts name="requires" path="requires">
          {({ name, part }) => (
            <Chosen
              name={`${name}.code`}
              value={textAt(part, 'code')}
              options={options(modules)}
              field="module"
            />
          )}
        </Parts>
        <h3>{t('place.practice')}</h3>
        <Parts name="practice" path="practice">
          {({ name, part }) => (
            <Chosen
              name={`${name}.code`}
              value={textAt(part, 'code')}
              options={options(tasks)}
              field="task"
            />
          )}
        </Parts>
      </details>
      <details open={textAt(tree, 'guide.vi') !== '' || textAt(tree, 'guide.en') !== ''}>
        <summary>{t('place.guide')}</summary>
        <Panel>
          <p className="hint">{t('hint.guide')}</p>
          <TextPair name="guide" path="guide" label={t('place.guide')} rows={12} />
        </Panel>
      </details>
    </>
  )
}
