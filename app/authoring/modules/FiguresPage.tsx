import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { pictureLimits, type PictureFault } from '../pictures/picture-fault'
import type { Typed } from '../editor/edit-draft.server'
import { TextPair } from '../editor/TextPair'
import { shownBy, moduleTree } from './module-tree'
import { Act } from './LessonRows'
import { ModuleForm } from './ModuleForm'
import { ModuleHead } from './ModuleHead'
import type { FiguresView } from './view-editor.server'

/** An upload that was not taken: what was typed, and why. */
export type FigureUpload = {
  alt: { vi: string; en: string }
  fault: PictureFault | 'tooMany' | 'noFile' | null
}

type FiguresPageProps = {
  view: FiguresView
  reply: Typed | null
  upload: FigureUpload | null
  added: string | null
  /** The lesson that one came from. */
  lesson: string | null
}

/** The figures of a module: what to write for each, and a form that adds one. */
export function FiguresPage({ view, reply, upload, added, lesson }: FiguresPageProps) {
  const t = useT('modules')
  const { draft, others, figures } = view
  const tree = reply?.tree ?? moduleTree(draft.data)
  const from = draft.data.lessons.find(({ id }) => id === lesson)
  return (
    <Main wide>
      <ModuleHead {...{ draft, others, reply }} current="figures" title={t('tab.figures')} />
      {from ? (
        <p>
          <a href={paths.studioLesson(draft.id, from.id)}>
            {t('figures.back', { title: from.title.vi || from.title.en || t('lesson.untitled') })}
          </a>
        </p>
      ) : null}
      {added ? (
        <Note kind="done" role="status">
          {t('figures.added', { path: added })}
        </Note>
      ) : null}
      <Columns kind="side">
        {figures.length === 0 ? (
          <EmptyState title={t('figures.none')} text={t('figures.noneText')} />
        ) : (
          <ModuleForm {...{ draft, reply }} tree={shownBy({ only: 'figures' }, tree)} only="figures">
            <p className="hint">{t('figures.text')}</p>
            {figures.map((each, i) => (
              <FigureRow key={each.path} row={each} at={i} />
            ))}
          </ModuleForm>
        )}
        <Upload upload={upload} lesson={lesson} />
      </Columns>
    </Main>
  )
}

function FigureRow({
  row: { path, figure, used, line },
  at,
}: {
  row: FiguresView['figures'][number]
  at: number
}) {
  const t = useT('modules')
  const name = `figures.${at}`
  return (
    <fieldset className="part-edit">
      <legend className="minor">
        {path} {used ? null : <Tag kind="care">{t('figures.unused')}</Tag>}
      </legend>
      <input type="hidden" name={`${name}.id`} value={path} />
      {figure.vi.kind === 'picture' ? (
        <img
          loading="lazy"
          src={paths.figure(figure.vi.hash)}
          width={figure.vi.width}
          height={figure.vi.height}
          alt={figure.alt?.vi ?? ''}
        />
      ) : (
        <p className="small muted">{t('figures.drawing')}</p>
      )}
      {figure.alt ? <TextPair name={name} path={name} label={t('field.alt')} /> : null}
      <p className="small">
        {t('figures.write')}
        <br />
        <code>{line.vi}</code>
        <br />
        <code>{line.en}</code>
      </p>
      <div className="row small">
        <Act act={`discard.${path}`} label={t('act.discard')} what={path} off={used} />
      </div>
    </fieldset>
  )
}

function Upload({ upload, lesson }: Pick<FiguresPageProps, 'upload' | 'lesson'>) {
  const t = useT('modules')
  const studio = useT('studio')
  const fault = upload?.fault
  const error = !fault
    ? undefined
    : fault === 'tooMany' || fault === 'noFile'
      ? t(`figures.${fault}`)
      : studio(`picture.fault.${fault}`, pictureLimits)
  const missing = (['vi', 'en'] as const).filter((locale) => upload && upload.alt[locale].trim() === '')
  return (
    <Panel title={t('figures.add')}>
      <ErrorSummary
        errors={[
          ...(error ? [{ fieldId: 'file', text: error }] : []),
          ...missing.map((locale) => ({ fieldId: `alt-${locale}`, text: t('figures.altNeeded') })),
        ]}
      />
      <form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="lesson" value={lesson ?? ''} />
        <FileField
          id="file"
          name="file"
          label={t('figures.file')}
          hint={t('figures.fileHint', pictureLimits)}
          accept="image/png,image/jpeg,image/webp,image/gif"
          error={error}
          required
        />
        {(['vi', 'en'] as const).map((locale) => (
          <Field
            key={locale}
            id={`alt-${locale}`}
            name={`alt-${locale}`}
            label={t('figures.alt', { language: studio(`language.${locale}`) })}
            hint={locale === 'vi' ? t('figures.altHint') : undefined}
            defaultValue={upload?.alt[locale] ?? ''}
            error={missing.includes(locale) ? t('figures.altNeeded') : undefined}
            maxLength={300}
            required
          />
        ))}
        <Button name="intent" value="add">
          {t('figures.send')}
        </Button>
      </form>
    </Panel>
  )
}
