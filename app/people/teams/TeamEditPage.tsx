import { paths } from '~/paths'
import { fieldProps, summaryOf } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { TeamCrumbs } from './TeamCrumbs'
import type { TeamReply } from './team-reply'
import type { TeamView } from './view-team.server'

type TeamEditPageProps = { team: TeamView; edit: 'name' | 'delete'; reply: TeamReply }

/** Another name for a team, or its end. */
export function TeamEditPage({ team, edit, reply }: TeamEditPageProps) {
  const t = useT('teams')
  const { id, name, commune, members } = team
  const field = fieldProps(t, reply.rename, { name })
  const to = (query: { edit?: 'name' | 'delete' } = {}) => paths.team(commune.code, id, query)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name'])} />
      <TeamCrumbs team={team} here={t('edit.short')} />
      <PageTitle>{t('edit.title', { team: name })}</PageTitle>
      {edit === 'delete' ? (
        <ConfirmPanel
          level={2}
          title={t('delete.title', { team: name })}
          what={<p>{t('delete.what', { count: members.length })}</p>}
          confirmLabel={t('delete.confirm')}
          cancelTo={to({ edit: 'name' })}
          action={to()}
          fields={{ intent: 'delete' }}
        />
      ) : null}
      <form method="post" id={mainFormId} action={to({ edit })}>
        <HiddenFields values={{ intent: 'rename' }} />
        <Field {...field('name')} label={t('name')} width="medium" autoComplete="off" />
        <ButtonRow>
          <Button quiet={edit === 'delete'}>{t('rename.submit')}</Button>
          <a href={to()}>{t('edit.back')}</a>
        </ButtonRow>
      </form>
      {edit === 'delete' ? null : (
        <p>
          <ButtonLink to={to({ edit: 'delete' })} quiet danger>
            {t('delete.ask')}
          </ButtonLink>
        </p>
      )}
    </Main>
  )
}
