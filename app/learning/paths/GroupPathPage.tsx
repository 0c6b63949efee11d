import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { GroupPath } from './GroupPath'
import type { PathView } from './path-view'

/** The learning path of a group on a sheet of its own; of the group it says no more than its name. */
export function GroupPathPage({ back, title, under, path }: GroupPathPageProps) {
  const t = useT('route')
  return (
    <Main>
      <BackLink to={back}>{t('group.back')}</BackLink>
      <PageTitle under={under} lead={title}>
        {t('group.title')}
      </PageTitle>
      <GroupPath path={path} />
      <p className="small muted">{t('group.made')}</p>
    </Main>
  )
}

type GroupPathPageProps = {
  back: string
  /** The group in words. */
  title: string
  /** The campaign in which it was found. */
  under: string
  path: PathView
}
