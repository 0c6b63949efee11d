import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Table } from '~/ui/Table'
import type { QuizOverview } from './explained'

type ChoicesPageProps = {
  campaign: { id: string; title: string; quizMode: 'adaptive' | 'fixed' }
  count: number
  least: number
  shown: {
    count: number
    median: number
    precise: number
    most: { code: string; share: number; limit: number } | null
    quizzes: QuizOverview[]
    page: number
    pages: number
  } | null
}

/** The adaptive quizzes of a campaign, by number. */
export function ChoicesPage({ campaign, count, least, shown }: ChoicesPageProps) {
  const t = useT('adaptive')
  const locale = useLocale()
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.analysis(), label: t('choices.analysis') },
          { to: paths.itemAnalysis(campaign.id), label: campaign.title },
          { label: t('choices.title') },
        ]}
      />
      <PageTitle
        lead={
          shown
            ? t('choices.conclusion', {
                count,
                shown: shown.count,
                median: formatNumber(locale, shown.median),
                share: formatPercent(locale, shown.precise),
              })
            : undefined
        }
      >
        {t('choices.title')}
      </PageTitle>
      {shown ? <Shown campaignId={campaign.id} shown={shown} least={least} /> : <None />}
    </Main>
  )

  function None() {
    return campaign.quizMode === 'fixed' && count === 0 ? (
      <EmptyState title={t('choices.fixed.title')} text={t('choices.fixed.text')} />
    ) : (
      <EmptyState title={t('choices.few.title')} text={t('choices.few.text', { least, count })} />
    )
  }
}

type ShownProps = { campaignId: string; shown: NonNullable<ChoicesPageProps['shown']>; least: number }

function Shown({ campaignId, shown, least }: ShownProps) {
  const t = useT('adaptive')
  const locale = useLocale()
  const { most, quizzes, page, pages } = shown
  return (
    <>
      {most ? (
        <p>
          {t('choices.exposure', {
            code: most.code,
            share: formatPercent(locale, most.share),
            limit: formatPercent(locale, most.limit),
          })}
        </p>
      ) : null}
      <p className="small muted">{t('choices.private', { least })}</p>
      <Table
        caption={t('choices.title')}
        captionHidden
        rows={quizzes}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            label: t('choices.number'),
            rowHeader: true,
            cell: ({ number }) => (
              <a href={paths.choiceTrace(campaignId, number)}>{t('choices.open', { number })}</a>
            ),
          },
          {
            key: 'asked',
            label: t('choices.asked'),
            align: 'end',
            cell: ({ asked }) => <span className="num">{asked}</span>,
          },
          {
            key: 'stopped',
            label: t('choices.stopped'),
            cell: ({ stopped }) => t(`stopped.${stopped}`),
          },
          {
            key: 'precision',
            label: t('choices.precision'),
            align: 'end',
            cell: ({ precision }) => (
              <span className="num">{precision === null ? '–' : formatNumber(locale, precision, 2)}</span>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} hrefOf={(n) => paths.choices(campaignId, { page: n })} />
    </>
  )
}
