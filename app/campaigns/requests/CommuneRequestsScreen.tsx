import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import type { CommuneRequestsView } from './commune-requests.server'
import { InCharge, StateTag, useRequestText } from './RequestWords'

/** What a commune asked for and what it is told. */
export function CommuneRequestsScreen({ view }: { view: CommuneRequestsView }) {
  const t = useT('requests')
  const locale = useLocale()
  const { commune, campaign, campaigns, requests, counts } = view
  const n = (value: number) => formatNumber(locale, value)
  const title = t('own.title', { commune: locale === 'vi' ? commune.spoken : commune.name })
  return (
    <Main wide>
      <Crumbs
        items={[
          view.handles
            ? { to: paths.requests({ campaign: campaign?.id }), label: t('title') }
            : { to: paths.desk(), label: t('crumb.desk') },
          { label: title },
        ]}
      />
      <PageTitle
        under={campaign?.title[locale]}
        lead={
          requests.length > 0
            ? t('own.lead', {
                count: requests.length,
                done: n(counts.done),
                working: n(counts.working + counts.accepted),
                fresh: n(counts.new),
              })
            : undefined
        }
      >
        {title}
      </PageTitle>
      {campaigns.length > 1 ? (
        <Filters action={paths.communeRequests(commune.code)}>
          <Select
            id="campaign"
            name="campaign"
            label={t('filter.campaign')}
            defaultValue={campaign?.id}
            options={campaigns.map((each) => ({ value: each.id, label: each.title[locale] }))}
          />
        </Filters>
      ) : null}
      {requests.length > 0 ? <Requests view={view} /> : <Nothing view={view} />}
    </Main>
  )
}

function Nothing({ view: { campaign, submitted, answers } }: { view: CommuneRequestsView }) {
  const t = useT('requests')
  const why = campaign === null ? 'own.notAsked' : submitted ? 'own.nothing' : 'own.notSubmitted'
  return (
    <EmptyState
      title={t(why)}
      text={t(`${why}Text`)}
      action={
        campaign && answers ? (
          <ButtonLink to={paths.communeSurvey(campaign.id)}>{t('own.fill')}</ButtonLink>
        ) : undefined
      }
    />
  )
}

function Requests({ view: { requests, today, campaign, handles } }: { view: CommuneRequestsView }) {
  const t = useT('requests')
  const locale = useLocale()
  const words = useRequestText()
  const standing = (request: (typeof requests)[number]) => request.communes[0]!
  return (
    <Panel title={t('own.caption')}>
      <Table
        caption={t('own.caption')}
        captionHidden
        rows={requests}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'request',
            label: t('column.request'),
            cell: (request) =>
              handles ? (
                <a href={paths.request(campaign!.id, request.key)}>{words(request, locale)}</a>
              ) : (
                words(request, locale)
              ),
          },
          {
            key: 'state',
            label: t('column.state'),
            cell: (request) => <StateTag standing={standing(request)} today={today} />,
          },
          {
            key: 'who',
            label: t('column.who'),
            cell: (request) => t(`who.${standing(request).who ?? 'nobody'}`),
          },
          {
            key: 'charge',
            label: t('column.inCharge'),
            cell: (request) => <InCharge standing={standing(request)} />,
          },
          {
            key: 'answer',
            label: t('own.answer'),
            cell: (request) => standing(request).reason ?? standing(request).answer ?? t('own.noAnswer'),
          },
        ]}
      />
    </Panel>
  )
}
