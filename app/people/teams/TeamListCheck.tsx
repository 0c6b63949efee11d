import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { birthText } from '../persons/person-words'
import { decisionField, newPerson, type Match, type Namesake } from './match-members'
import { TeamCrumbs } from './TeamCrumbs'
import type { ListReply } from './team-reply'
import type { TeamView } from './view-team.server'

const idOf = ({ member }: Match) => `same-${member.line}`

/** What was read from a list, before it is stored; who may already be in the commune's list is asked about. */
export function TeamListCheck({ team, list }: { team: TeamView; list: ListReply }) {
  const t = useT('teams')
  const { matches, skipped, typed, asked } = list
  const doubtful = matches.filter(({ namesakes }) => namesakes.length > 0)
  const errorOf = ({ fault, takenBy = 0, member }: Match) =>
    asked && fault ? t(`doubt.${fault}`, { name: member.fullName, line: takenBy }) : undefined
  const errors = doubtful.flatMap((match) => {
    const text = errorOf(match)
    return text ? [{ fieldId: idOf(match), text }] : []
  })
  return (
    <Main wide>
      <ErrorSummary errors={errors} />
      <TeamCrumbs team={team} here={t('check.short')} />
      <PageTitle lead={t('check.lead', { count: matches.length })}>
        {t('check.title', { team: team.name })}
      </PageTitle>
      {skipped.length > 0 ? (
        <p className="muted">
          {t('check.skipped')}{' '}
          {skipped.map(({ line, text }) => t('check.skippedLine', { line, text })).join('; ')}
        </p>
      ) : null}
      <Table
        caption={t('check.caption')}
        captionHidden
        rows={matches}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', label: t('check.name'), cell: ({ member }) => member.fullName },
          {
            key: 'born',
            label: t('team.born'),
            cell: ({ member: { birthDate } }) => (birthDate ? birthText(birthDate) : t('check.noBirth')),
          },
          {
            key: 'what',
            label: t('check.what'),
            cell: (match) =>
              match.namesakes.length > 0 ? (
                <a href={`#${idOf(match)}`}>{t('check.doubtful')}</a>
              ) : (
                t('check.new')
              ),
          },
        ]}
      />
      <form method="post" id={mainFormId} action={paths.team(team.commune.code, team.id)}>
        <HiddenFields values={{ intent: 'list', step: 'check', members: typed }} />
        {doubtful.length > 0 ? (
          <Note kind="care" title={t('doubt.title')}>
            {t('doubt.text')}
          </Note>
        ) : null}
        {doubtful.map((match) => (
          <ChoiceGroup
            key={match.key}
            id={idOf(match)}
            name={decisionField(match.key)}
            type="radio"
            legend={t('doubt.legend', { name: told(match), line: match.member.line })}
            error={errorOf(match)}
            options={[
              ...match.namesakes.map((namesake) => ({
                value: namesake.personId,
                label: t('doubt.same', { name: namesake.fullName, code: namesake.staffCode }),
                hint: <NamesakeFacts namesake={namesake} teamId={team.id} />,
                checked: match.chosen === namesake.personId,
              })),
              { value: newPerson, label: t('doubt.new'), checked: match.chosen === newPerson },
            ]}
          />
        ))}
        <ButtonRow>
          <Button>{t('check.submit', { count: matches.length })}</Button>
          <Button quiet name="back" value="1" formNoValidate>
            {t('check.back')}
          </Button>
        </ButtonRow>
      </form>
    </Main>
  )
}

const told = ({ member: { fullName, birthDate } }: Match) =>
  birthDate ? `${fullName}, ${birthText(birthDate)}` : fullName

function NamesakeFacts({ namesake, teamId }: { namesake: Namesake; teamId: string }) {
  const t = useT('teams')
  const { birthDate, team } = namesake
  const facts = [
    birthDate ? t('doubt.born', { born: birthText(birthDate) }) : null,
    namesake.teamId === teamId ? t('doubt.here') : team ? t('doubt.team', { team }) : null,
  ]
  return <>{facts.filter(Boolean).join('; ')}</>
}
