import { paths } from '~/paths'
import { fieldProps, summaryOf } from '~/platform/http/form-reply'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { AccountTag } from '../persons/PersonTable'
import { birthText } from '../persons/person-words'
import { TeamAddForm, useAddErrors } from './TeamAddForm'
import type { TeamReply } from './team-reply'
import type { TeamView } from './view-team.server'

type TeamPageProps = { team: TeamView; note: 'created' | 'saved' | null; reply: TeamReply }

/** One team: its members, more of them, another name, its end. */
export function TeamPage({ team, note, reply }: TeamPageProps) {
  const t = useT('teams')
  const people = useT('people')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const { id, name, commune, members, waiting } = team
  const field = fieldProps(t, reply.rename, { name })
  const self = paths.team(commune.code, id)
  if (reply.asked === 'delete') {
    return (
      <Main wide>
        <ConfirmPanel
          title={t('delete.title', { team: name })}
          what={<p>{t('delete.what', { members: number(members.length) })}</p>}
          confirmLabel={t('delete.confirm')}
          cancelTo={self}
          fields={{ intent: 'delete' }}
        />
      </Main>
    )
  }
  return (
    <Main wide>
      <ErrorSummary errors={[...useAddErrors(reply.add), ...summaryOf(field, ['name'])]} />
      <Crumbs
        items={[
          { to: paths.communes(), label: people('communes.title') },
          { to: paths.commune(commune.code), label: commune.name },
          { to: paths.teams(commune.code), label: t('title') },
          { label: name },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`note.${note}`)}
        </Note>
      ) : null}
      {reply.takenOut ? (
        <Note kind="done" role="status">
          <form method="post" action={self}>
            {t('team.takenOut')} <HiddenFields values={{ intent: 'putBack', ...reply.takenOut }} />
            <button className="link">{t('team.putBack')}</button>
          </form>
        </Note>
      ) : null}
      <PageTitle
        lead={
          members.length > 0
            ? t('team.lead', { members: number(members.length), waiting: number(waiting) })
            : undefined
        }
        actions={
          waiting > 0 ? (
            <ButtonLink to={paths.teamSlips(commune.code, id)}>{t('team.slips')}</ButtonLink>
          ) : undefined
        }
      >
        {name}
      </PageTitle>
      {members.length === 0 ? (
        <EmptyState title={t('team.none.title')} text={t('team.none.text')} />
      ) : (
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
                <form method="post" action={self}>
                  <HiddenFields values={{ intent: 'takeOut', personId: person.id }} />
                  <button className="link">
                    {t('team.takeOut')}
                    <VisuallyHidden>{t('team.takeOutWho', { name: person.fullName })}</VisuallyHidden>
                  </button>
                </form>
              ),
            },
          ]}
        />
      )}
      <TeamAddForm add={reply.add} />
      <Panel title={t('rename.title')}>
        <form method="post" action={self}>
          <HiddenFields values={{ intent: 'rename' }} />
          <Field {...field('name')} label={t('name')} width="medium" maxLength={120} autoComplete="off" />
          <ButtonRow>
            <Button quiet>{t('rename.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <form method="post" action={self}>
        <HiddenFields values={{ intent: 'askDelete' }} />
        <Button quiet danger>
          {t('delete.ask')}
        </Button>
      </form>
    </Main>
  )
}
