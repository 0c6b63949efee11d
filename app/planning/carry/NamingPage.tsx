import { paths } from '~/paths'
import { fieldProps, summaryOf } from '~/platform/http/form-reply'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { NamingForm, type NamingReply } from './NamingForm'
import { whenText } from './letter-words'
import type { SeatsNote } from './SeatsPage'
import type { NamingView } from './view-naming.server'

type NamingPageProps = {
  view: NamingView
  commune: { code: string; name: string }
  withdraw: { personId: string; fullName: string } | null
  note: SeatsNote | null
  reply?: NamingReply
}

/** A commune names the people of a class: its seats, who has one, who else works there. */
export function NamingPage({ view, commune, withdraw, note, reply = {} }: NamingPageProps) {
  const t = useT('carry')
  const locale = useLocale()
  const { class: found, left, quotas, seated, positions } = view
  const self = paths.communeSeats(commune.code, { class: found.classId })
  const field = fieldProps(t, reply.withdraw)
  const open = found.state === 'planned'
  const number = (value: number) => formatNumber(locale, value)
  const errors = reply.naming
    ? [{ fieldId: reply.naming.field, text: reply.naming.error }]
    : summaryOf(field, ['reason'])
  return (
    <Main wide>
      <ErrorSummary errors={errors} />
      <Crumbs
        items={[
          { to: paths.communes(), label: t('crumb.communes') },
          { to: paths.commune(commune.code), label: commune.name },
          { to: paths.communeSeats(commune.code), label: t('seats.short') },
          { label: found.title[locale] },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`seats.note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      {withdraw && open ? (
        <ConfirmPanel
          level={2}
          title={t('withdraw.title', { name: withdraw.fullName })}
          what={<p>{t('withdraw.what')}</p>}
          confirmLabel={t('withdraw.do')}
          cancelTo={self}
          action={paths.communeSeats(commune.code, { class: found.classId, withdraw: withdraw.personId })}
          fields={{ intent: 'withdraw', person: withdraw.personId }}
        >
          <Field
            {...field('reason')}
            label={t('withdraw.reason')}
            hint={t('withdraw.hint')}
            maxLength={300}
          />
        </ConfirmPanel>
      ) : null}
      <PageTitle
        under={commune.name}
        lead={
          open ? (left > 0 ? t('name.left', { count: left, left: number(left) }) : t('name.full')) : undefined
        }
      >
        {found.title[locale]}
      </PageTitle>
      {found.state === 'cancelled' ? (
        <Note kind="stop" title={t('name.cancelled')}>
          {found.cancelReason}
        </Note>
      ) : null}
      {found.state === 'running' || found.state === 'ended' ? <Note>{t('name.fault.begun')}</Note> : null}
      {found.late ? <Note kind="care">{t('name.late', { date: formatDate(found.nameBy) })}</Note> : null}
      <Panel>
        <DefinitionList
          items={[
            {
              term: t('class.when'),
              description:
                found.delivery === 'online'
                  ? t('class.until', { date: formatDate(found.sessions[0]?.date ?? '') })
                  : whenText(found.sessions),
            },
            {
              term: t('class.place'),
              description: [...new Set(found.sessions.map(({ place }) => place))].join('; '),
            },
            { term: t('seats.nameBy'), description: formatDate(found.nameBy) },
            {
              term: t('name.quotas'),
              description: quotas
                .map(({ position, seats, taken }) =>
                  t('name.quota', { position: position[locale], seats: number(seats), taken: number(taken) }),
                )
                .join('; '),
            },
          ]}
        />
      </Panel>
      <Panel title={t('name.seated', { count: seated.length, named: number(seated.length) })}>
        {seated.length === 0 ? (
          <p>{t('name.nobodyYet')}</p>
        ) : (
          <Table
            caption={t('name.seatedCaption')}
            captionHidden
            rows={seated}
            rowKey={({ personId }) => personId}
            columns={[
              { key: 'name', label: t('person.name'), rowHeader: true, cell: ({ fullName }) => fullName },
              { key: 'code', label: t('person.code'), cell: ({ staffCode }) => staffCode },
              {
                key: 'position',
                label: t('person.position'),
                cell: ({ positionCodes: [main], standsIn }) => (
                  <>
                    {main ? (positions[main]?.[locale] ?? main) : t('person.noPosition')}{' '}
                    {standsIn ? <Tag>{t('name.standsIn')}</Tag> : null}
                  </>
                ),
              },
              {
                key: 'change',
                label: t('name.change'),
                cell: ({ personId, fullName }) =>
                  open ? (
                    <a href={paths.communeSeats(commune.code, { class: found.classId, withdraw: personId })}>
                      {t('withdraw.short')} <span className="vh">{fullName}</span>
                    </a>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
      </Panel>
      {open && left > 0 ? <NamingForm view={view} action={self} reply={reply.naming} /> : null}
    </Main>
  )
}
