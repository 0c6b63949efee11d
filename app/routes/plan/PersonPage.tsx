import { paths } from '~/paths'
import type { PersonChoices } from '~/people/persons/person-form'
import { birthText } from '~/people/persons/person-words'
import { AccountTag, PositionNames } from '~/people/persons/PersonTable'
import type { PersonView } from '~/people/persons/view-person.server'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { pick, type Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { PersonFields, personFieldNames } from './PersonFields'

type PersonPageProps = {
  person: PersonView
  choices: PersonChoices | null
  positions: Record<string, Bilingual>
  note: 'created' | 'saved' | null
  reply?: FormReply
}

export function PersonPage({ person, choices, positions, note, reply }: PersonPageProps) {
  const t = useT('people')
  const { id, fullName: name, communeCode, communeName, may, hasPassword } = person
  const field = fieldProps(t, reply)
  const slip = may.slip ? (
    <ButtonLink to={paths.personSlip(id)} quiet={hasPassword}>
      {t('person.slip')}
    </ButtonLink>
  ) : undefined
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.communes(), label: t('communes.title') },
          ...(communeCode ? [{ to: paths.communePeople(communeCode), label: communeName }] : []),
          { label: name },
        ]}
      />
      <PageTitle tag={<AccountTag state={person.account} />} actions={slip}>
        {name}
      </PageTitle>
      {note && !reply ? (
        <Note kind="done" role="status">
          {note === 'created' ? t('person.created', { name }) : t('person.saved')}
        </Note>
      ) : null}
      <ErrorSummary errors={summaryOf(field, personFieldNames)} />
      <Columns kind="two">
        <Panel title={t('person.facts')}>
          <Facts person={person} positions={positions} />
        </Panel>
        <Panel title={t('person.history')}>
          <History person={person} positions={positions} />
        </Panel>
      </Columns>
      <form method="post" id={mainFormId} noValidate>
        {choices ? (
          <Panel title={t('person.edit')}>
            <PersonFields choices={choices} reply={reply} stored={storedFields(person)} moves />
            <ButtonRow>
              <Button>{t('person.save')}</Button>
            </ButtonRow>
          </Panel>
        ) : null}
      </form>
      {may.edit ? (
        <p className="small">
          <a href={paths.erasePerson(id)}>{t('person.erase')}</a>
        </p>
      ) : null}
    </Main>
  )
}

/** A person as the fields of the form would hold it. */
function storedFields(person: PersonView): Record<string, string> {
  const [main = '', ...also] = person.positionCodes
  return {
    fullName: person.fullName,
    birthDate: person.birthDate ? birthText(person.birthDate) : '',
    sex: person.sex ?? '',
    kind: person.kind,
    email: person.email ?? '',
    staffCode: person.staffCode,
    commune: person.communeCode ?? '',
    position: main,
    ...Object.fromEntries(also.map((code, i) => [`also[${i}]`, code])),
  }
}

function Facts({ person, positions }: Pick<PersonPageProps, 'person' | 'positions'>) {
  const t = useT('people')
  const { staffCode, username, birthDate, sex, kind, email, communeName, positionCodes } = person
  const rows = [
    { term: t('person.commune'), description: communeName ?? t('unknown') },
    { term: t('person.positions'), description: <PositionNames codes={positionCodes} names={positions} /> },
    { term: t('person.kind'), description: t(`kind.${kind}`) },
    { term: t('person.birthDate'), description: birthDate ? birthText(birthDate) : t('unknown') },
    { term: t('person.sex'), description: t(`sex.${sex ?? 'unknown'}`) },
    { term: t('person.email'), description: email ?? t('unknown') },
    { term: t('person.staffCode'), description: staffCode },
    ...(username && username !== staffCode ? [{ term: t('person.username'), description: username }] : []),
  ]
  return <DefinitionList items={rows} />
}

function History({ person, positions }: Pick<PersonPageProps, 'person' | 'positions'>) {
  const t = useT('people')
  const locale = useLocale()
  const nameOf = (code: string) => (positions[code] ? pick(positions[code], locale) : code)
  const rows = [
    ...person.communes.map(({ name, since, until }) => ({ what: name, since, until })),
    ...person.positions.map(({ code, rank, since, until }) => ({
      what: rank === 0 ? `${nameOf(code)} (${t('person.history.main')})` : nameOf(code),
      since,
      until,
    })),
  ]
  return (
    <Table
      caption={t('person.history')}
      captionHidden
      rows={rows.map((row, i) => ({ ...row, key: String(i) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', label: t('person.history.where'), cell: ({ what }) => what },
        { key: 'since', label: t('person.history.since'), cell: ({ since }) => formatDate(new Date(since)) },
        {
          key: 'until',
          label: t('person.history.until'),
          cell: ({ until }) => (until ? formatDate(new Date(until)) : t('person.history.now')),
        },
      ]}
    />
  )
}
