import { CheckQuestion } from '~/learning/CheckQuestion'
import { LessonText } from '~/learning/LessonText'
import { useT } from '~/platform/i18n/react'
import { classes } from '~/ui/classes'
import type { ShownLesson } from './show-module.server'

type LessonShownProps = { shown: ShownLesson; wide?: boolean; summary?: boolean }

/** A lesson as a learner reads it, to look at: nothing in it can be pressed. `summary` shows its printed sheet too. */
export function LessonShown({ shown, wide, summary = true }: LessonShownProps) {
  const t = useT('modules')
  const content = useT('content')
  const { rendered, checks, title, minutes } = shown
  if (title.trim() === '' && rendered.parts.length === 0) return <p className="muted">{t('preview.empty')}</p>
  return (
    <div className={classes('preview', 'lesson', wide && 'preview-wide')} {...{ inert: '' }}>
      <p>
        <b>{title}</b> <span className="small muted">{t('lesson.minutes', { minutes })}</span>
      </p>
      <LessonText
        rendered={rendered}
        check={(itemId) => {
          const check = checks[itemId]
          return check ? <CheckQuestion check={check} others={{}} action="" again="" /> : null
        }}
      />
      {summary && rendered.summary ? (
        <>
          <p className="box-name">{content('box.summary')}</p>
          <LessonText
            rendered={{ ...rendered, parts: [{ kind: 'html', html: rendered.summary }] }}
            check={() => null}
          />
        </>
      ) : null}
    </div>
  )
}
