import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { TextArea } from '~/ui/TextArea'
import { wordingFields, type WordingName } from './mail-form'
import type { CampaignFacts, MailTo } from './view-reminders.server'
import { longestTitle, placesOf, type Wording } from './wording'
import { WrittenMail } from './WrittenMail'

export type ByMail = {
  campaign: CampaignFacts
  communes: MailTo[]
  resting: number
  /** How many of the people read English. */
  english: number
  noteId: string
  /** Where communes have no address, somebody who may can add one. */
  contacts: boolean
}

type RemindByMailPageProps = {
  view: ByMail
  field: (name: string) => { id: string; name: string; defaultValue?: string; error?: string }
  errors: { fieldId: string; text: string }[]
  ticked: { office: boolean; people: boolean }
  /** The messages to the first commune, and to a person, as they would go out now. */
  written: { office: Wording; person: Wording; personEn: Wording }
}

/** What goes to whom, the words of it, and how it will read: sent only when the last button is pressed. */
export function RemindByMailPage({ view, field, errors, ticked, written }: RemindByMailPageProps) {
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  const locale = useLocale()
  const { campaign, communes } = view
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: campaigns('list.title') },
          { to: paths.campaign(campaign.id), label: campaign.title },
          { to: paths.reminders(campaign.id), label: t('title') },
          { label: t('mail.title') },
        ]}
      />
      <PageTitle
        under={campaign.title}
        lead={t('mail.lead', {
          count: communes.length,
          missing: n(communes.reduce((sum, { missing }) => sum + missing, 0)),
        })}
      >
        {t('mail.title')}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <Whom view={view} />
      {communes.some(isReached) ? (
        <Letters {...{ view, field, ticked, written }} />
      ) : (
        <p>
          <a href={paths.reminders(campaign.id)}>{t('back')}</a>
        </p>
      )}
    </Main>
  )
}

function Letters({ view, field, ticked, written }: Omit<RemindByMailPageProps, 'errors'>) {
  const t = useT('reminders')
  const locale = useLocale()
  const { campaign, communes, english } = view
  const n = (value: number) => formatNumber(locale, value)
  const people = communes.reduce((sum, each) => sum + each.people, 0)
  const first = communes.find(({ office }) => office.of !== null) ?? communes[0]
  return (
    <>
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ noteId: view.noteId }} />
        <Texts
          name="office"
          field={field}
          tick={
            <Choice
              type="checkbox"
              id="toOffice"
              name="toOffice"
              value="yes"
              checked={ticked.office}
              label={t('mail.toOffice')}
              hint={t('mail.toOfficeHint')}
            />
          }
        />
        {people > 0 ? (
          <Texts
            name="person"
            field={field}
            tick={
              <Choice
                type="checkbox"
                name="toPeople"
                value="yes"
                checked={ticked.people}
                label={t('mail.toPeople', { count: n(people) })}
                hint={t('mail.toPeopleHint')}
              />
            }
          />
        ) : null}
        {english > 0 ? (
          <Texts
            name="personEn"
            field={field}
            tick={<p className="small muted">{t('mail.english', { count: n(english) })}</p>}
          />
        ) : null}
        <ButtonRow>
          <Button>{t('mail.send')}</Button>
          <Button quiet name="intent" value="preview">
            {t('mail.preview')}
          </Button>
          <a href={paths.reminders(campaign.id)}>{t('back')}</a>
        </ButtonRow>
      </form>
      <div id="preview">
        <h2>{t('mail.preview')}</h2>
        {ticked.office && first ? (
          <WrittenMail name={t('mail.previewOf', { name: first.name })} lang="vi" {...written.office} />
        ) : null}
        {ticked.people && people > 0 ? (
          <WrittenMail name={t('mail.previewPerson')} lang="vi" {...written.person} />
        ) : null}
        {ticked.people && english > 0 ? (
          <WrittenMail name={t('mail.previewPersonEn')} lang="en" {...written.personEn} />
        ) : null}
      </div>
    </>
  )
}

type TextsProps = { name: WordingName; field: RemindByMailPageProps['field']; tick: ReactNode }

function Texts({ name, field, tick }: TextsProps) {
  const t = useT('reminders')
  const { receiver, locale, title, text } = wordingFields[name]
  const english = locale === 'en'
  return (
    <Panel>
      {tick}
      <Field
        {...field(title)}
        label={t(english ? 'mail.subjectEn' : 'mail.subject')}
        maxLength={longestTitle}
        lang={locale}
      />
      <TextArea
        {...field(text)}
        label={t(english ? 'mail.textEn' : 'mail.text')}
        hint={t('mail.places', { places: placesOf(receiver, locale).join(', ') })}
        rows={10}
        lang={locale}
      />
    </Panel>
  )
}

function Whom({ view: { communes, resting, contacts } }: { view: ByMail }) {
  const t = useT('reminders')
  const locale = useLocale()
  const reached = communes.filter(isReached)
  const without = communes.filter((each) => !isReached(each))
  return (
    <>
      {reached.length > 0 ? (
        <Panel title={t('mail.whom')}>
          <Table
            caption={t('mail.whom')}
            captionHidden
            rows={reached}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', label: t('mail.commune'), cell: ({ name }) => name },
              {
                key: 'missing',
                label: t('mail.missing'),
                align: 'end',
                cell: ({ missing }) => formatNumber(locale, missing),
              },
              {
                key: 'office',
                label: t('mail.office'),
                cell: ({ office }) =>
                  office.of ? (
                    office.addresses.join(', ')
                  ) : (
                    <span className="muted">{t('mail.without')}</span>
                  ),
              },
              {
                key: 'people',
                label: t('mail.people'),
                align: 'end',
                cell: ({ people }) => formatNumber(locale, people),
              },
            ]}
          />
          {resting > 0 ? <p className="small muted">{t('mail.resting', { count: resting })}</p> : null}
        </Panel>
      ) : null}
      {without.length > 0 ? (
        <Note kind="care" title={reached.length === 0 ? t('mail.nowhere') : undefined}>
          {t('mail.noAddress', {
            count: without.length,
            names: without.map(({ name }) => name).join(', '),
          })}{' '}
          {contacts ? <a href={paths.communeContacts()}>{t('contacts')}</a> : null}
        </Note>
      ) : null}
    </>
  )
}

/** Whether mail would go to the commune or to somebody in it. */
function isReached({ office, people }: MailTo): boolean {
  return office.of !== null || people > 0
}
