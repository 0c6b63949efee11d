import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { translated } from '~/platform/i18n/translated'
import { Choice } from '~/ui/Choice'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Note } from '~/ui/Note'
import { TextArea } from '~/ui/TextArea'
import { OriginalLook } from './OriginalLook'
import { moduleLimits } from './sent-document'
import type { DocumentPreview, ShownLesson } from './view-document.server'

type LessonMendProps = { view: DocumentPreview; lesson: ShownLesson }

const shownFaults = 6

/** A found lesson: its title and text, to be mended, beside the part of the document that it came from. */
export function LessonMend({ view, lesson }: LessonMendProps) {
  const t = useT('documents')
  const locale = useLocale()
  const { number, title, markdown, taken, from, original } = lesson
  const rows = Math.min(30, Math.max(8, markdown.split('\n').length + Math.round(markdown.length / 120)))
  return (
    <section className="panel" aria-labelledby={`lesson-${number}`}>
      <h2 id={`lesson-${number}`}>{t('preview.lesson', { number })}</h2>
      <p className="small muted">{translateMessage(locale, 'documents', from)}</p>
      <p>
        <Choice
          type="checkbox"
          tight
          name="take"
          value={String(number)}
          id={`take-${number}`}
          label={
            <>
              {t('preview.take')}
              <span className="vh">: {number}</span>
            </>
          }
          checked={taken}
        />
      </p>
      <Columns kind="two">
        <div>
          <Field
            id={`title-${number}`}
            name={`title-${number}`}
            label={t('preview.lessonTitle')}
            defaultValue={title}
            maxLength={moduleLimits.title}
          />
          <TextArea
            id={`text-${number}`}
            name={`text-${number}`}
            label={t('preview.text', { number })}
            rows={rows}
            defaultValue={markdown}
            spellCheck={false}
          />
          <Faults lesson={lesson} />
        </div>
        <div>
          <h3>{t('preview.originalOf', { number })}</h3>
          <div className="preview preview-wide" lang={view.language}>
            <OriginalLook blocks={original} lesson={number} documentId={view.id} pictures={view.pictures} />
          </div>
        </div>
      </Columns>
    </section>
  )
}

function Faults({ lesson: { problems } }: { lesson: ShownLesson }) {
  const t = useT('documents')
  const content = useT('content')
  if (problems.length === 0) return null
  return (
    <Note kind="care" title={t('preview.faults')}>
      <ul>
        {problems.slice(0, shownFaults).map(({ line, key, values }, at) => (
          <li key={at}>
            {t('preview.line', { line })}: {translated(content, key, values)}
          </li>
        ))}
      </ul>
      {problems.length > shownFaults ? (
        <p>{t('preview.more', { count: problems.length - shownFaults })}</p>
      ) : null}
    </Note>
  )
}
