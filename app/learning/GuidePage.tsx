import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { LessonText } from './LessonText'
import type { GuideView } from './view-guide.server'

/** For those who teach others with a module. */
export function GuidePage({ view: { module, rendered } }: { view: GuideView }) {
  const t = useT('learning')
  return (
    <Main>
      <Crumbs
        items={[
          { to: paths.learn(), label: t('list.title') },
          { to: paths.module(module.code), label: module.title },
          { label: t('guide.here') },
        ]}
      />
      <h1>{t('guide.title', { title: module.title })}</h1>
      <div className="lesson">
        <LessonText rendered={rendered} check={() => null} />
      </div>
      <p className="no-print">
        <a href={paths.handbook(module.code)}>{t('module.handbook')}</a>
      </p>
    </Main>
  )
}
