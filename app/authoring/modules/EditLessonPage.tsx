import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import autosaveUrl from '../editor/autosave.js?url'
import type { Typed } from '../editor/edit-draft.server'
import { useEditor } from '../editor/editor-context'
import { TextPair } from '../editor/TextPair'
import { textAt, type Tree } from '../form/form-tree'
import { LessonSide } from './LessonSide'
import { MarkdownBar } from './MarkdownBar'
import { MarkdownHelp } from './MarkdownHelp'
import { checkLine } from './markdown-lines'
import { ModuleForm } from './ModuleForm'
import { ModuleHead } from './ModuleHead'
import { lessonTree } from './module-tree'
import type { LessonEditorView } from './view-editor.server'

type EditLessonPageProps = { view: LessonEditorView; tree: Tree; reply: Typed | null }

/** One lesson: both languages of its Markdown side by side, and beside them how it will be read. */
export function EditLessonPage({ view, tree, reply }: EditLessonPageProps) {
  const t = useT('modules')
  const { draft, others, lesson, number } = view
  const path = `lessons.${lesson.id}`
  const next = draft.data.lessons[number]
  return (
    <Main wide>
      <ModuleHead
        {...{ draft, others, reply }}
        current={null}
        title={t('lesson.numbered', {
          number,
          title: lesson.title.vi || lesson.title.en || t('lesson.untitled'),
        })}
        actions={
          <ButtonLink quiet to={paths.studioLessonPreview(draft.id, lesson.id)}>
            {t('preview.page')}
          </ButtonLink>
        }
      />
      <Columns kind="side">
        <ModuleForm
          {...{ draft, reply }}
          tree={lessonTree(tree, lesson.id)}
          only="lesson"
          buttons={
            <>
              <button className="btn quiet" name="intent" value="preview">
                {t('preview.save')}
              </button>
              {next ? (
                <a href={paths.studioLesson(draft.id, next.id)}>{t('lesson.next', { number: number + 1 })}</a>
              ) : null}
            </>
          }
        >
          <input type="hidden" name="lessons.0.id" value={lesson.id} />
          <TextPair name="lessons.0.title" path={`${path}.title`} label={t('field.lessonTitle')} rows={1} />
          <TextPair
            name="lessons.0.aim"
            path={`${path}.aim`}
            label={t('field.lessonAim')}
            hint={t('hint.lessonAim')}
          />
          <Minutes />
          <TextPair name="lessons.0.text" path={`${path}.text`} label={t('field.text')} rows={26} markdown />
          <p>
            <button className="link" name="intent" value="figures">
              {t('figures.save')}
            </button>
          </p>
          <MarkdownHelp />
          <Checks view={view} />
        </ModuleForm>
        <LessonSide view={view} />
      </Columns>
      <MarkdownBar figures={draft.data.figures} />
      <script type="module" src={autosaveUrl} />
    </Main>
  )
}

function Minutes() {
  const t = useT('modules')
  const { tree, errors } = useEditor()
  const studio = useT('studio')
  const name = 'lessons.0.minutes'
  return (
    <Field
      id={name}
      name={name}
      label={t('field.minutes')}
      hint={t('hint.minutes')}
      defaultValue={textAt(tree, name)}
      error={errors[name] ? studio(errors[name] as 'error.field') : undefined}
      inputMode="numeric"
      width="short"
      optional
    />
  )
}

/** Questions that the lesson can ask in between, with what to write. */
function Checks({ view: { checks } }: { view: LessonEditorView }) {
  const t = useT('modules')
  const locale = useLocale()
  return (
    <details>
      <summary>{t('checks.title')}</summary>
      <p className="small">
        {t('checks.text')} <a href={paths.items({ purpose: 'teach' })}>{t('checks.bank')}</a>
      </p>
      <ul className="small">
        {checks.map(({ code, stem }) => (
          <li key={code}>
            <code>{checkLine(code)}</code> {pick(stem, locale)}
          </li>
        ))}
      </ul>
    </details>
  )
}
