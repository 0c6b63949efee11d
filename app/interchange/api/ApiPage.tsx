import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { CommandText } from './CommandText'
import { curl } from './curl'
import { apiBase, descriptionPath, endpointIds, endpoints } from './endpoints'
import { problemCodes, problems } from './problem'

type Props = {
  /** The address of this installation. */
  origin: string
  perMinute: number
  /** Whether the reader may issue tokens. */
  issues: boolean
}

/** What the API is, for who is to connect a system to it: its address, a first call, what it answers and refuses. */
export function ApiPage({ origin, perMinute, issues }: Props) {
  const t = useT('api')
  const locale = useLocale()
  const base = origin + apiBase
  return (
    <Main>
      <PageTitle
        lead={t('about.lead')}
        actions={issues ? <ButtonLink to={paths.apiTokens()}>{t('about.issue')}</ButtonLink> : undefined}
      >
        {t('about.title')}
      </PageTitle>
      <DefinitionList
        items={[
          { term: t('about.base'), description: <code>{base}</code> },
          {
            term: t('about.description'),
            description: <a href={apiBase + descriptionPath}>{t('about.descriptionLink')}</a>,
          },
          { term: t('about.token'), description: t('about.tokenText') },
          {
            term: t('about.limit'),
            description: t('about.limitText', { count: formatNumber(locale, perMinute) }),
          },
        ]}
      />
      <Panel title={t('about.first')}>
        <p>{t('about.firstText')}</p>
        <CommandText>{curl({ url: `${base}/campaigns` })}</CommandText>
        <p>{t('about.figures')}</p>
        <CommandText>{curl({ url: `${base}/campaigns/$ID/figures?size=50` })}</CommandText>
        <p>{t('about.known')}</p>
        <CommandText>{curl({ url: `${base}/campaigns`, tag: '$ETAG' })}</CommandText>
      </Panel>
      <Panel title={t('about.meaning')}>
        <p>{t('about.estimates')}</p>
        <DefinitionList
          items={(['shown', 'hidden', 'uninformed', 'unmeasured'] as const).map((status) => ({
            term: <code>{status}</code>,
            description: t(`about.status.${status}`),
          }))}
        />
        <Note kind="care" title={t('about.show')}>
          {t('about.showText')}
        </Note>
      </Panel>
      <Panel title={t('about.addresses')}>
        <Table
          caption={t('about.addresses')}
          captionHidden
          rows={endpointIds}
          rowKey={(id) => id}
          columns={[
            { key: 'path', label: t('about.address'), cell: (id) => <code>{endpoints[id].path}</code> },
            { key: 'what', label: t('about.what'), cell: (id) => t(`endpoint.${id}`) },
          ]}
        />
      </Panel>
      <Panel title={t('about.problems')}>
        <p>{t('about.problemsText')}</p>
        <Table
          caption={t('about.problems')}
          captionHidden
          rows={problemCodes}
          rowKey={(code) => code}
          columns={[
            {
              key: 'code',
              label: t('about.code'),
              cell: (code) => (
                <span id={code}>
                  <span className="num">{problems[code]}</span> <code>{code}</code>
                </span>
              ),
            },
            { key: 'says', label: t('about.what'), cell: (code) => t(`problem.${code}.title`) },
          ]}
        />
      </Panel>
    </Main>
  )
}
