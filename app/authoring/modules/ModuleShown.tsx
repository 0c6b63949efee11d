import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { LessonText } from '~/learning/LessonText'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { LessonShown } from './LessonShown'
import type { ShownModule } from './show-module.server'

/** A module as its reviewer reads it: each lesson in both languages side by side, the quiz, the guide. */
export function ModuleShown({ id, shown }: { id: string; shown: ShownModule }) {
  const t = useT('modules')
  const { title, aim, lessons, guide, quiz } = shown
  return (
    <>
      <BothLanguages>
        {(locale) => (
          <>
            <p>
              <b>{title[locale] || t('untitled')}</b>
            </p>
            <p>{aim[locale]}</p>
          </>
        )}
      </BothLanguages>
      {lessons.map((lesson, i) => (
        <Panel
          key={lesson.vi.id}
          title={t('lesson.numbered', {
            number: i + 1,
            title: lesson.vi.title || lesson.en.title || t('lesson.untitled'),
          })}
          end={<a href={paths.studioLessonPreview(id, lesson.vi.id)}>{t('preview.page')}</a>}
        >
          <BothLanguages>
            {(locale) => (
              <>
                <p className="small muted">{lesson.aim[locale]}</p>
                <LessonShown shown={lesson[locale]} wide />
              </>
            )}
          </BothLanguages>
        </Panel>
      ))}
      <Panel title={t('quiz.items', { count: quiz.items.length })}>
        <p>{t('quiz.how', { pass: quiz.pass, draw: quiz.draw })}</p>
        <ul className="bare-list">
          {quiz.items.map(({ code, stem }) => (
            <li key={code}>
              <a href={paths.item(code)}>{code}</a>
              <BothLanguages>{(locale) => stem[locale]}</BothLanguages>
            </li>
          ))}
        </ul>
      </Panel>
      {guide ? (
        <Panel title={t('place.guide')}>
          <BothLanguages>
            {(locale) => (
              <div className="lesson">
                <LessonText rendered={guide[locale]} check={() => null} />
              </div>
            )}
          </BothLanguages>
        </Panel>
      ) : null}
    </>
  )
}
