import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import type { TeamView } from './view-team.server'

/** The way to a team, and to a page of it. */
export function TeamCrumbs({ team, here }: { team: TeamView; here?: string }) {
  const t = useT('teams')
  const people = useT('people')
  const { id, name, commune } = team
  return (
    <Crumbs
      items={[
        { to: paths.communes(), label: people('communes.title') },
        { to: paths.commune(commune.code), label: commune.name },
        { to: paths.teams(commune.code), label: t('title') },
        ...(here ? [{ to: paths.team(commune.code, id), label: name }, { label: here }] : [{ label: name }]),
      ]}
    />
  )
}
