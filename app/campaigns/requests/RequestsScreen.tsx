import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { countStates, groupOrder, isLate, requestStates, type AskedRequest, type Assigned } from './request'
import { InCharge, StateTag, useRequestText } from './RequestWords'
import type { DerivedAdvice, RequestsView } from './view-requests.server'

/** What the communes of a province ask for, by who must act, with what the figures suggest beside it. */
export function RequestsScreen({ view }: { view: RequestsView }) {
  const t = useT('requests')
  const locale = useLocale()
  const { campaign, forms, asking, groups, counts, late, advice } = view
  const n = (value: number) => formatNumber(locale, value)
  const lead = t('lead', { asking: n(asking), forms: n(forms), fresh: n(counts.new), done: n(counts.done) })
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: t('crumb.desk') }, { label: t('title') }]} />
      <PageTitle
        under={campaign?.title[locale]}
        lead={
          asking > 0 ? [lead, ...(late > 0 ? [t('lead.late', { late: n(late) })] : [])].join(' ') : undefined
        }
        actions={
          campaign && asking > 0 ? (
            <>
              <ButtonLink quiet to={paths.requestsCsv(campaign.id)} download>
                {t('export.csv')}
              </ButtonLink>
              <ButtonLink quiet to={paths.requestsWorkbook(campaign.id)} download>
                {t('export.xlsx')}
              </ButtonLink>
            </>
          ) : undefined
        }
      >
        {t('title')}
      </PageTitle>
      {campaign ? <RequestFilters view={view} /> : null}
      <Nothing view={view} />
      {groupOrder.map((who) => {
        const requests = groups.find((each) => each.who === who)?.requests ?? []
        const own = view.state === null ? advice.filter((each) => each.who === who) : []
        return campaign && requests.length + own.length > 0 ? (
          <Group
            key={who ?? 'nobody'}
            view={view}
            campaignId={campaign.id}
            who={who}
            requests={requests}
            advice={own}
          />
        ) : null
      })}
    </Main>
  )
}

function RequestFilters({ view: { campaigns, campaign, state } }: { view: RequestsView }) {
  const t = useT('requests')
  const locale = useLocale()
  return (
    <Filters
      action={paths.requests()}
      clearHref={state ? paths.requests({ campaign: campaign?.id }) : undefined}
    >
      <Select
        id="campaign"
        name="campaign"
        label={t('filter.campaign')}
        defaultValue={campaign?.id}
        options={campaigns.map(({ id, title }) => ({ value: id, label: title[locale] }))}
      />
      <Select
        id="state"
        name="state"
        label={t('filter.state')}
        defaultValue={state ?? ''}
        options={[
          { value: '', label: t('filter.all') },
          ...requestStates.map((each) => ({ value: each, label: t(`state.${each}`) })),
        ]}
      />
    </Filters>
  )
}

function Nothing({ view: { campaign, forms, asking, state, groups } }: { view: RequestsView }) {
  const t = useT('requests')
  const locale = useLocale()
  if (!campaign)
    return (
      <EmptyState
        title={t('none.campaign')}
        text={t('none.campaignText')}
        action={<ButtonLink to={paths.campaigns()}>{t('none.campaignAction')}</ButtonLink>}
      />
    )
  if (forms === 0)
    return (
      <EmptyState
        title={t('none.forms')}
        text={t('none.formsText')}
        action={<ButtonLink to={paths.campaign(campaign.id)}>{t('none.formsAction')}</ButtonLink>}
      />
    )
  if (asking === 0)
    return (
      <EmptyState
        title={t('none.requests')}
        text={t('none.requestsText', { forms: formatNumber(locale, forms) })}
      />
    )
  return state !== null && groups.length === 0 ? (
    <EmptyState title={t('none.state')} text={t('none.stateText')} />
  ) : null
}

type GroupProps = {
  view: RequestsView
  campaignId: string
  who: Assigned
  requests: AskedRequest[]
  advice: DerivedAdvice[]
}

function Group({ view, campaignId, who, requests, advice }: GroupProps) {
  const t = useT('requests')
  const locale = useLocale()
  const words = useRequestText()
  const title = t(`who.${who ?? 'nobody'}`)
  return (
    <Panel title={title}>
      {requests.length > 0 ? (
        <Table
          caption={title}
          captionHidden
          rows={requests}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'request',
              label: t('column.request'),
              cell: (request) => (
                <a href={paths.request(campaignId, request.key)}>{words(request, locale)}</a>
              ),
            },
            {
              key: 'communes',
              label: t('column.communes'),
              cell: (request) => <Communes request={request} />,
            },
            {
              key: 'state',
              label: t('column.state'),
              cell: (request) => <States request={request} today={view.today} />,
            },
            { key: 'charge', label: t('column.inCharge'), cell: (request) => <Charges request={request} /> },
          ]}
        />
      ) : null}
      {advice.length > 0 ? (
        <>
          <h3>{t('derived')}</h3>
          <ul>
            {advice.map(({ key, system, communes, of }) => (
              <li key={`${key} ${system?.vi ?? ''}`}>
                {translateMessage(locale, 'segments', { key, values: { system: system?.[locale] ?? '' } })}:{' '}
                {t('derived.communes', { count: communes, of })}
              </li>
            ))}
          </ul>
          <p className="small">
            <a href={paths.gapsConditions(campaignId)}>{t('derived.link')}</a>
          </p>
        </>
      ) : null}
    </Panel>
  )
}

const namedAtOnce = 3

function Communes({ request: { communes } }: { request: AskedRequest }) {
  const t = useT('requests')
  const names = communes.map(({ name }) => name).join(', ')
  if (communes.length <= namedAtOnce) return <>{names}</>
  return (
    <details>
      <summary>{t('communes', { count: communes.length })}</summary>
      <span className="small">{names}</span>
    </details>
  )
}

function States({ request: { communes }, today }: { request: AskedRequest; today: string }) {
  const t = useT('requests')
  const counts = countStates(communes)
  const [first] = communes
  const states = requestStates.filter((state) => counts[state] > 0)
  const overdue = communes.some((each) => isLate(each, today))
  if (states.length === 1 && communes.every(({ dueOn }) => dueOn === first!.dueOn))
    return <StateTag standing={first!} today={today} />
  return (
    <>
      {states.map((state) => t('state.of', { state: t(`state.${state}`), count: counts[state] })).join('; ')}
      {overdue ? (
        <>
          {' '}
          <Tag kind="bad">{t('late')}</Tag>
        </>
      ) : null}
    </>
  )
}

function Charges({ request: { communes } }: { request: AskedRequest }) {
  const t = useT('requests')
  const seen = new Map(communes.map((each) => [`${each.inCharge ?? ''} ${each.dueOn ?? ''}`, each]))
  if (seen.size > 2) return <>{t('one.keep')}</>
  return (
    <>
      {[...seen].map(([id, standing], i) => (
        <span key={id}>
          {i > 0 ? '; ' : ''}
          <InCharge standing={standing} />
        </span>
      ))}
    </>
  )
}
