import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { TeamCount } from './list-teams.server'

type TeamsPageProps = {
  commune: { code: string; name: string }
  teams: TeamCount[]
  removed: boolean
  reply?: FormReply
}

/** The teams of a commune, and a form that sets up one more. */
export function TeamsPage({ commune, teams, removed, reply }: TeamsPageProps) {
  const t = useT('teams')
  const people = useT('people')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const field = fieldProps(t, reply)
  const sum = (of: (team: TeamCount) => number) => number(teams.reduce((all, team) => all + of(team), 0))
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name'])} />
      <Crumbs
        items={[
          { to: paths.communes(), label: people('communes.title') },
          { to: paths.commune(commune.code), label: commune.name },
          { label: t('title') },
        ]}
      />
      {removed ? (
        <Note kind="done" role="status">
          {t('note.removed')}
        </Note>
      ) : null}
      <PageTitle
        lead={
          teams.length > 0
            ? t('lead', {
                teams: number(teams.length),
                members: sum(({ members }) => members),
                activated: sum(({ activated }) => activated),
              })
            : undefined
        }
      >
        {t('of', { commune: commune.name })}
      </PageTitle>
      <p className="muted">{t('what')}</p>
      {teams.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Table
          caption={t('title')}
          captionHidden
          rows={teams}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t('name'),
              cell: ({ id, name }) => <a href={paths.team(commune.code, id)}>{name}</a>,
            },
            { key: 'members', label: t('members'), align: 'end', cell: (team) => number(team.members) },
            { key: 'activated', label: t('activated'), align: 'end', cell: (team) => number(team.activated) },
            {
              key: 'waiting',
              label: t('waiting'),
              align: 'end',
              cell: ({ id, waiting }) =>
                waiting > 0 ? <a href={paths.teamSlips(commune.code, id)}>{number(waiting)}</a> : '0',
            },
          ]}
        />
      )}
      <Panel title={t('new.title')}>
        <form method="post" id={mainFormId}>
          <Field
            {...field('name')}
            label={t('name')}
            hint={t('new.hint')}
            width="medium"
            maxLength={120}
            autoComplete="off"
          />
          <ButtonRow>
            <Button>{t('new.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
    </Main>
  )
}
