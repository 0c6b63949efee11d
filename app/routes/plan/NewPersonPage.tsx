import { paths } from '~/paths'
import type { PersonChoices } from '~/people/persons/person-form'
import { PositionNames } from '~/people/persons/PersonTable'
import type { Candidate } from '~/people/roster/diff-types'
import { mainFormId } from '~/platform/http/handle'
import type { Bilingual } from '~/platform/i18n/locale'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { PersonFields, personFieldNames } from './PersonFields'

type NewPersonPageProps = {
  choices: PersonChoices
  positions: Record<string, Bilingual>
  commune: string
  reply?: FormReply
  doubles?: Candidate[]
}

/** The form for one new person; likely doubles stand above it, to be compared. */
export function NewPersonPage({ choices, positions, commune, reply, doubles = [] }: NewPersonPageProps) {
  const t = useT('people')
  const field = fieldProps(t, reply)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.people(), label: t('search.title') }, { label: t('new.title') }]} />
      <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
      <ErrorSummary errors={summaryOf(field, personFieldNames)} />
      {doubles.length > 0 ? <Doubles doubles={doubles} choices={choices} positions={positions} /> : null}
      <form method="post" id={mainFormId} noValidate>
        {doubles.length > 0 ? <h2>{t('new.doubles.typed')}</h2> : null}
        <PersonFields choices={choices} reply={reply} stored={{ commune }} />
        <ButtonRow>
          {doubles.length > 0 ? (
            <Button name="different" value="yes">
              {t('new.doubles.different')}
            </Button>
          ) : (
            <Button>{t('new.submit')}</Button>
          )}
          <a href={paths.people()}>{t('form.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

type DoublesProps = { doubles: Candidate[]; choices: PersonChoices; positions: Record<string, Bilingual> }

function Doubles({ doubles, choices, positions }: DoublesProps) {
  const t = useT('people')
  const roster = useT('roster')
  const nameOf = (code: string) => choices.communes.find((each) => each.code === code)?.name ?? t('unknown')
  return (
    <>
      <Note kind="care" role="alert" title={t('new.doubles.title')}>
        {t('new.doubles.text')}
      </Note>
      <Table
        caption={t('new.doubles.caption')}
        rows={doubles}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', label: t('list.name'), cell: ({ fullName }) => fullName },
          {
            key: 'code',
            label: t('list.code'),
            cell: ({ staffCode }) => <span className="num">{staffCode}</span>,
          },
          { key: 'commune', label: t('list.commune'), cell: ({ communeCode }) => nameOf(communeCode) },
          {
            key: 'positions',
            label: t('list.positions'),
            cell: ({ positionCodes }) => <PositionNames codes={positionCodes} names={positions} />,
          },
          {
            key: 'why',
            label: t('new.doubles.why'),
            cell: ({ because }) => because.map((why) => roster(`because.${why}`)).join(', '),
          },
          {
            key: 'open',
            label: t('new.doubles.open'),
            labelHidden: true,
            cell: ({ personId }) => <a href={paths.person(personId)}>{t('new.doubles.open')}</a>,
          },
        ]}
      />
    </>
  )
}
