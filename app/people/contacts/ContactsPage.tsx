import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { TextArea } from '~/ui/TextArea'
import { contactField, type Pasted } from './contacts-form'
import type { CommuneContact } from './contacts.server'

type ContactsPageProps = {
  province: string
  communes: CommuneContact[]
  field: (name: string) => { id: string; name: string; defaultValue?: string; error?: string }
  saved: number | null
  /** What came of lines that were pasted; the addresses found stand in the fields. */
  pasted: { found: number; refused: Pasted['refused'] } | null
}

/** One address for the office of each commune, saved as one form. */
export function ContactsPage({ province, communes, field, saved, pasted }: ContactsPageProps) {
  const t = useT('reminders')
  const people = useT('people')
  const errors = communes.flatMap(({ code, name }) => {
    const { id, error } = field(contactField(code))
    return error ? [{ fieldId: id, text: `${name}: ${error}` }] : []
  })
  return (
    <Main wide>
      <Crumbs
        items={[{ to: paths.communes(), label: people('communes.title') }, { label: t('contacts.title') }]}
      />
      <PageTitle
        lead={t('contacts.lead', {
          filled: communes.filter(({ email }) => email).length,
          count: communes.length,
          province,
        })}
      >
        {t('contacts.title')}
      </PageTitle>
      <ErrorSummary errors={errors} />
      {saved === null ? null : (
        <Note kind="done" role="status">
          {t('contacts.saved', { count: saved })}
        </Note>
      )}
      {pasted ? <PastedNote pasted={pasted} /> : null}
      <p className="muted">{t('contacts.leaders')}</p>
      <form method="post" id={mainFormId} noValidate>
        <Table
          caption={t('contacts.title')}
          captionHidden
          rows={communes}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              label: people('communes.name'),
              cell: ({ code, name }) => <a href={paths.commune(code)}>{name}</a>,
            },
            {
              key: 'email',
              label: t('contacts.email'),
              cell: ({ code, name }) => (
                <Field
                  {...field(contactField(code))}
                  label={<span className="vh">{t('contacts.of', { name })}</span>}
                  type="email"
                  inputMode="email"
                  autoComplete="off"
                  spellCheck={false}
                />
              ),
            },
          ]}
        />
        <ButtonRow stay>
          <Button>{t('contacts.save')}</Button>
        </ButtonRow>
        <Panel title={t('contacts.paste')}>
          <TextArea
            {...field('lines')}
            label={t('contacts.pasteLabel')}
            hint={t('contacts.pasteHint')}
            rows={6}
            spellCheck={false}
          />
          <ButtonRow>
            <Button quiet name="intent" value="paste">
              {t('contacts.pasteGo')}
            </Button>
          </ButtonRow>
        </Panel>
      </form>
    </Main>
  )
}

function PastedNote({ pasted: { found, refused } }: { pasted: NonNullable<ContactsPageProps['pasted']> }) {
  const t = useT('reminders')
  return (
    <>
      <Note kind={found > 0 ? 'done' : 'care'} role="status">
        {found > 0 ? t('contacts.pasted', { count: found }) : t('contacts.pastedNone')}
      </Note>
      {refused.length > 0 ? (
        <Note kind="care" title={t('contacts.refused', { count: refused.length })}>
          <ul>
            {refused.map(({ line, text, why }) => (
              <li key={line}>{t(`contacts.refused.${why}`, { line, text })}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}
