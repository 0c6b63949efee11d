import type { ReminderQuery as PageQuery } from '~/path-query'
import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Select } from '~/ui/Select'
import { PhaseTag } from '../CampaignsTable'
import { belows, type ReminderQuery } from './choose'
import { ReminderDaysPanel } from './ReminderDaysPanel'
import { RemindersTable } from './RemindersTable'
import type { ReminderRow, RemindersView } from './view-reminders.server'

type RemindersPageProps = {
  view: RemindersView
  /** The communes that the query shows, in its order. */
  rows: ReminderRow[]
  query: ReminderQuery
  note: { what: NonNullable<PageQuery['note']>; count: number } | null
  /** The actor may see the page of mail, and change addresses. */
  links: { mail: boolean; contacts: boolean }
}

/** Which communes lack answers, when they were reminded, and three ways to remind those that are ticked. */
export function RemindersPage({ view, rows, query, note, links }: RemindersPageProps) {
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  const { campaign, total, mail } = view
  const lacking = rows.filter(({ submitted, asked }) => submitted < asked).length
  const running = campaign.phase === 'running'
  const choosing = running && total.submitted < total.asked
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: campaigns('list.title') },
          { to: paths.campaign(campaign.id), label: campaign.title },
          { label: t('title') },
        ]}
      />
      <PageTitle
        under={campaign.title}
        tag={<PhaseTag phase={campaign.phase} />}
        lead={<Lead view={view} />}
        actions={
          links.contacts ? (
            <ButtonLink quiet to={paths.communeContacts()}>
              {t('contacts')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('title')}
      </PageTitle>
      <Said note={note} />
      {view.dueToday ? (
        <Note kind="care" title={t('due')}>
          {t(mail ? 'due.mail' : 'due.byHand')}
        </Note>
      ) : null}
      {campaign.phase === 'draft' ? null : (
        <>
          {view.rows.length > 1 ? (
            <Filters
              submitLabel={t('filter.show')}
              clearHref={query.below === null ? undefined : paths.reminders(campaign.id)}
              keep={{ sort: query.sort.key, dir: query.sort.direction }}
            >
              <Select
                id="below"
                name="below"
                label={t('filter.below')}
                placeholder={t('filter.every')}
                defaultValue={query.below === null ? '' : String(query.below)}
                options={belows.map((n) => ({
                  value: String(n),
                  label: n === 100 ? t('filter.lack') : t('filter.under', { n }),
                }))}
              />
            </Filters>
          ) : null}
          <form method="get" action={paths.remindersPrint(campaign.id)}>
            {choosing && lacking > 1 ? <PickLinks view={view} query={query} count={lacking} /> : null}
            <RemindersTable
              campaignId={campaign.id}
              rows={rows}
              query={query}
              choosing={choosing}
              mail={mail}
            />
            {choosing ? <Ways view={view} mailLink={links.mail} /> : null}
          </form>
          {running || campaign.phase === 'waiting' ? <ReminderDaysPanel view={view} /> : null}
        </>
      )}
    </Main>
  )
}

function Lead({ view: { campaign, total } }: { view: RemindersView }) {
  const t = useT('reminders')
  const locale = useLocale()
  const { phase, daysLeft, opensOn, closesOn } = campaign
  if (phase === 'draft') return <>{t('lead.draft')}</>
  if (phase === 'waiting') return <>{t('lead.waiting', { date: formatDate(opensOn) })}</>
  if (phase !== 'running') return <>{t('lead.over', { date: formatDate(closesOn) })}</>
  if (total.submitted === total.asked) return <>{t('lead.done')}</>
  return (
    <>
      {t(daysLeft === 0 ? 'lead.lastDay' : 'lead.running', {
        count: daysLeft,
        missing: formatNumber(locale, total.asked - total.submitted),
        asked: formatNumber(locale, total.asked),
      })}
    </>
  )
}

function Said({ note }: Pick<RemindersPageProps, 'note'>) {
  const t = useT('reminders')
  if (!note) return null
  if (note.what === 'none')
    return (
      <Note kind="stop" role="alert" title={t('note.none')}>
        {t('note.noneText')}
      </Note>
    )
  return (
    <Note kind={note.what === 'nobody' ? 'care' : 'done'} role="status">
      {t(`note.${note.what}`, { count: note.count })}
    </Note>
  )
}

function PickLinks({ view, query, count }: { view: RemindersView; query: ReminderQuery; count: number }) {
  const t = useT('reminders')
  const at = { below: query.below, sort: query.sort.key, dir: query.sort.direction }
  return (
    <p className="small">
      {query.pick ? (
        <a href={paths.reminders(view.campaign.id, at)}>{t('pick.none')}</a>
      ) : (
        <a href={paths.reminders(view.campaign.id, { ...at, pick: 'all' })}>{t('pick.all', { count })}</a>
      )}
    </p>
  )
}

function Ways({ view: { campaign, mail }, mailLink }: { view: RemindersView; mailLink: boolean }) {
  const t = useT('reminders')
  return (
    <>
      <p className="small muted">{t('what.hint')}</p>
      <ButtonRow stay>
        <span>{t('what.title')}</span>
        {mail ? <Button formAction={paths.remindersMail(campaign.id)}>{t('what.mail')}</Button> : null}
        <Button quiet={mail}>{t('what.print')}</Button>
        <Button quiet formAction={paths.remindersMessage(campaign.id)}>
          {t('what.message')}
        </Button>
      </ButtonRow>
      {mail ? null : (
        <p className="small">
          {t('noMail')} {mailLink ? <a href={paths.mail()}>{t('noMail.how')}</a> : null}
        </p>
      )}
    </>
  )
}
