import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import { textsOfModule } from './draft-module'
import { mostLessons } from './module-acts'
import type { ModuleEditorView } from './view-editor.server'

/** The lessons in order, each with a way to its page; the buttons save the form and do what they say at once. */
export function LessonRows({ view: { draft, lessons } }: { view: ModuleEditorView }) {
  const t = useT('modules')
  const own = draft.data.lessons
  const texts = textsOfModule(draft.data)
  return (
    <>
      <p className="hint">{t('hint.lessons')}</p>
      <ol className="bare-list">
        {own.map((lesson, i) => {
          const title = lesson.title.vi || lesson.title.en || t('lesson.untitled')
          const { minutes = 0, advice = 0 } = lessons.find(({ id }) => id === lesson.id) ?? {}
          const open = texts.filter(
            (text) =>
              text.path.startsWith(`lessons.${lesson.id}.`) &&
              translationOf(text, draft.confirmed) !== 'done',
          ).length
          return (
            <li key={lesson.id} className="part-edit">
              <a href={paths.studioLesson(draft.id, lesson.id)}>
                {t('lesson.numbered', { number: i + 1, title })}
              </a>{' '}
              <span className="muted small">{t('lesson.minutes', { minutes })}</span>{' '}
              <Tag kind={open === 0 ? 'ok' : 'care'}>
                {open === 0 ? t('lesson.whole') : t('lesson.texts', { count: open })}
              </Tag>{' '}
              {advice > 0 ? <Tag kind="care">{t('lesson.advice', { count: advice })}</Tag> : null}
              <div className="row small">
                <Act act={`up.${lesson.id}`} label={t('act.up')} what={title} off={i === 0} />
                <Act
                  act={`down.${lesson.id}`}
                  label={t('act.down')}
                  what={title}
                  off={i === own.length - 1}
                />
                <Act
                  act={`copy.${lesson.id}`}
                  label={t('act.copy')}
                  what={title}
                  off={own.length >= mostLessons}
                />
                <Act
                  act={`remove.${lesson.id}`}
                  label={t('act.remove')}
                  what={title}
                  off={own.length === 1}
                />
              </div>
            </li>
          )
        })}
      </ol>
      {own.length < mostLessons ? (
        <p>
          <button className="btn quiet" name="act" value="add">
            {t('act.add')}
          </button>
        </p>
      ) : null}
    </>
  )
}

type ActProps = { act: string; label: string; what: string; off?: boolean; form?: string }

/** A button that saves the form that it stands in and does one thing more. */
export function Act({ act, label, what, off, form }: ActProps) {
  if (off) return null
  return (
    <button className="link" name="act" value={act} form={form}>
      {label}
      <span className="vh">: {what}</span>
    </button>
  )
}
