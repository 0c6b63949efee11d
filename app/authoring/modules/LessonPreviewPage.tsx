import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import type { DraftState } from '../drafts/draft-kind'
import { LessonShown } from './LessonShown'
import type { ShownLesson } from './show-module.server'

type LessonPreviewPageProps = {
  id: string
  state: DraftState
  shown: ShownLesson
  width: 'phone' | 'desktop'
}

/** A lesson as a learner will read it, on a phone or on a desktop, in the language of the page. */
export function LessonPreviewPage({ id, state, shown, width }: LessonPreviewPageProps) {
  const t = useT('modules')
  const studio = useT('studio')
  return (
    <Main>
      <BackLink to={state === 'published' ? paths.studioReview(id) : paths.studioLesson(id, shown.id)}>
        {studio('preview.back')}
      </BackLink>
      <PageTitle under={t('preview.text')}>{shown.title || t('lesson.untitled')}</PageTitle>
      <Tabs
        label={studio('preview.width')}
        items={(['phone', 'desktop'] as const).map((each) => ({
          to: paths.studioLessonPreview(id, shown.id, { width: each }),
          label: studio(`preview.${each}`),
          current: each === width,
        }))}
      />
      <LessonShown shown={shown} wide={width === 'desktop'} />
    </Main>
  )
}
