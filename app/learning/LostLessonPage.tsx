import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import type { LostLesson } from './lost-lesson.server'

/** A lesson that was withdrawn or moved: what became of it, what is kept, and the way on. */
export function LostLessonPage({ lost }: { lost: LostLesson }) {
  const t = useT('learning')
  const { module, title, to } = lost
  const own = paths.module(module.code)
  return (
    <Main>
      <Crumbs
        items={[
          { to: paths.learn(), label: t('list.title') },
          { to: own, label: module.title },
          { label: title },
        ]}
      />
      <h1>{t(to ? 'lost.moved' : 'lost.withdrawn', { title })}</h1>
      <p>{to ? t('lost.where', { title: to.lesson.title, module: to.module.title }) : t('lost.why')}</p>
      <p>{t('lost.kept')}</p>
      <ButtonRow>
        {to ? (
          <ButtonLink to={paths.lesson(to.module.code, to.lesson.code)}>{t('lost.open')}</ButtonLink>
        ) : (
          <ButtonLink to={own}>{t('lost.module')}</ButtonLink>
        )}
        {to ? <a href={own}>{t('lost.module')}</a> : null}
      </ButtonRow>
    </Main>
  )
}
