import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { AccountTag } from '../persons/PersonTable'
import { birthText } from '../persons/person-words'
import type { Member, TeamView } from './view-team.server'

/** The members of a team; `form` is the form that taking somebody out belongs to. */
export function MemberTable({ team, form }: { team: TeamView; form: string }) {
  const t = useT('teams')
  const people = useT('people')
  const { id, commune, members } = team
  const who = ({ fullName }: Member) => <VisuallyHidden>{t('team.who', { name: fullName })}</VisuallyHidden>
  return (
    <Table
      caption={t('team.caption')}
      captionHidden
      rows={members}
      rowKey={(person) => person.id}
      columns={[
        {
          key: 'name',
          label: people('list.name'),
          cell: (person) => <a href={paths.person(person.id)}>{person.fullName}</a>,
        },
        {
          key: 'born',
          label: t('team.born'),
          cell: ({ birthDate }) => (birthDate ? birthText(birthDate) : people('unknown')),
        },
        {
          key: 'account',
          label: people('list.account'),
          cell: ({ account }) => <AccountTag state={account} />,
        },
        {
          key: 'out',
          label: t('team.takeOut'),
          labelHidden: true,
          cell: (person) => (
            <button className="link" form={form} name="takeOut" value={person.id}>
              {t('team.takeOut')}
              {who(person)}
            </button>
          ),
        },
        {
          key: 'remove',
          label: t('remove.ask'),
          labelHidden: true,
          cell: (person) =>
            person.removable ? (
              <a href={paths.team(commune.code, id, { remove: person.id })}>
                {t('remove.ask')}
                {who(person)}
              </a>
            ) : null,
        },
      ]}
    />
  )
}
