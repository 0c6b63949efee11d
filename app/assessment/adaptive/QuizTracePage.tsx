import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import { ChoiceReason } from './ChoiceReason'
import type { ExplainedChoice, Known, Outcome } from './explained'
import type { StopReason } from './types'

type QuizTracePageProps = {
  campaign: { id: string; title: string }
  number: number
  stopped: StopReason | 'submitted'
  start: number
  end: number
  goal: number
  choices: ExplainedChoice[]
}

const kindOf: Record<Outcome, TagKind> = {
  right: 'ok',
  partly: 'now',
  wrong: 'plain',
  unknown: 'plain',
  rapid: 'care',
  unanswered: 'plain',
}

/** One adaptive quiz, question by question. */
export function QuizTracePage(props: QuizTracePageProps) {
  const { campaign, number, stopped, start, end, goal, choices } = props
  const t = useT('adaptive')
  const locale = useLocale()
  // Rounded first, and without the sign of a zero.
  const figure = (value: number) => formatNumber(locale, Math.round(value * 100) / 100 + 0, 2)
  const known = ({ mean, sd }: Known) => `${figure(mean)} ± ${figure(sd)}`
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.analysis(), label: t('choices.analysis') },
          { to: paths.itemAnalysis(campaign.id), label: campaign.title },
          { to: paths.choices(campaign.id), label: t('choices.title') },
          { label: t('choices.open', { number }) },
        ]}
      />
      <PageTitle
        lead={t('trace.lead', {
          count: choices.length,
          why: t(`stopped.${stopped}`),
          start: figure(start),
          end: figure(end),
          goal: figure(goal),
        })}
      >
        {t('trace.title', { number })}
      </PageTitle>
      <p className="small muted">{t('trace.explain')}</p>
      <Table
        caption={t('trace.items')}
        captionHidden
        rows={choices}
        rowKey={(choice) => String(choice.number)}
        columns={[
          {
            key: 'number',
            label: t('trace.number'),
            align: 'end',
            cell: (choice) => <span className="num">{choice.number}</span>,
          },
          {
            key: 'item',
            label: t('trace.item'),
            rowHeader: true,
            cell: ({ code, stem, competency }) => (
              <>
                <a href={paths.item(code)}>{stem}</a>
                <br />
                <span className="small muted">
                  {code} · {competency}
                </span>
              </>
            ),
          },
          {
            key: 'answer',
            label: t('trace.answer'),
            cell: ({ outcome }) => (
              <span className="num">
                <Tag kind={kindOf[outcome]}>{t(`outcome.${outcome}`)}</Tag>
              </span>
            ),
          },
          { key: 'why', label: t('trace.why'), cell: (choice) => <ChoiceReason choice={choice} /> },
          {
            key: 'known',
            label: t('trace.known'),
            cell: ({ pilot, before, after }) =>
              pilot ? (
                t('trace.notCounted')
              ) : (
                <>
                  <span className="num">{known(before)}</span> → <span className="num">{known(after)}</span>
                </>
              ),
          },
        ]}
      />
    </Main>
  )
}
