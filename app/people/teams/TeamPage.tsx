import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { MemberTable } from './MemberTable'
import { TeamCrumbs } from './TeamCrumbs'
import { TeamListForm, useListErrors } from './TeamListForm'
import { TeamNotes } from './TeamNotes'
import type { Done } from './team-address'
import type { TeamReply } from './team-reply'
import type { Member, TeamView } from './view-team.server'

type TeamPageProps = {
  team: TeamView
  /** The member about whom it is asked whether to delete. */
  remove: Member | null
  done: Done
  reply: TeamReply
}

/** One team: its members, and a list that adds more. */
export function TeamPage({ team, remove, done, reply }: TeamPageProps) {
  const t = useT('teams')
  const locale = useLocale()
  const { id, name, commune, members, waiting } = team
  const self = paths.team(commune.code, id)
  const counts = {
    members: formatNumber(locale, members.length),
    waiting: formatNumber(locale, waiting),
  }
  return (
    <Main wide>
      <ErrorSummary errors={useListErrors(reply.list)} />
      <TeamCrumbs team={team} />
      <TeamNotes done={done} moved={reply.moved} />
      {remove ? (
        <ConfirmPanel
          level={2}
          title={t('remove.title', { name: remove.fullName })}
          what={<p>{t('remove.what')}</p>}
          confirmLabel={t('remove.confirm')}
          cancelTo={self}
          action={self}
          fields={{ intent: 'remove', personId: remove.id }}
        />
      ) : null}
      <PageTitle
        lead={members.length > 0 ? t('team.lead', counts) : undefined}
        actions={
          <>
            <a href={paths.team(commune.code, id, { edit: 'name' })}>{t('edit.short')}</a>
            {waiting > 0 ? (
              <ButtonLink to={paths.teamSlips(commune.code, id)} quiet>
                {t('team.slips')}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {name}
      </PageTitle>
      {members.length === 0 ? (
        <EmptyState title={t('team.none.title')} text={t('team.none.text')} />
      ) : (
        <MemberTable team={team} form={mainFormId} />
      )}
      <TeamListForm
        reply={reply}
        action={remove ? paths.team(commune.code, id, { remove: remove.id }) : self}
      />
    </Main>
  )
}
