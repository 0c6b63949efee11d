import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDateTime, formatNumber, formatPercent } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { ItemKey } from '../catalogue/ItemKey'
import { Terms } from '../catalogue/Terms'
import { keyOf, partsOf } from './analyse-item'
import { DistractorPanel } from './DistractorPanel'
import { DistractorPlot } from './DistractorPlot'
import { Figure } from './Figure'
import { FlagTags } from './FlagTags'
import { TracePanel } from './TracePanel'
import type { ItemFiguresView } from './view-item-figures.server'

/** One item of a campaign: the question, its figures, who chose what. */
export function ItemFiguresPage({ view, actions }: { view: ItemFiguresView; actions?: ReactNode }) {
  const t = useT('analysis')
  const b = useT('bank')
  const locale = useLocale()
  const { campaign, item, figures, shown, distractors, curves, groups, byAbility } = view
  const options = new Map(partsOf(item).map((part) => [part.id, part]))
  const said = (pair: { vi: string; en: string } | null) => (pair ? pick(pair, locale) : '')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.analysis(), label: t('list.title') },
          { to: paths.itemAnalysis(campaign.id), label: pick(campaign.title, locale) },
          { label: item.code },
        ]}
      />
      <PageTitle
        tag={<FlagTags flags={figures.flags} />}
        under={t('page.at', { at: formatDateTime(view.at) })}
      >
        {t('item.title', { code: item.code })}
      </PageTitle>
      {actions}
      <Columns kind="two">
        <ItemKey item={item} locale={locale} />
        <div>
          <DefinitionList
            items={[
              { term: b('trace.version'), description: formatNumber(locale, item.version) },
              { term: t('competency'), description: `${item.competency} ${said(view.competency)}` },
              { term: t('column.level'), description: `${item.level} ${said(view.level)}` },
              { term: t('column.people'), description: formatNumber(locale, figures.people) },
              {
                term: t('column.facility'),
                description: <Figure value={figures.facility} digits={1} percent />,
              },
              {
                term: t('item.expected'),
                description: <Figure value={figures.expected} digits={1} percent />,
              },
              { term: t('column.index'), description: <Figure value={figures.index} digits={1} percent /> },
              {
                term: t('column.efficiency'),
                description: <Figure value={figures.efficiency} digits={1} percent />,
              },
              { term: t('column.weight'), description: <Figure value={figures.weight} digits={1} percent /> },
              { term: t('column.difficulty'), description: <Figure value={figures.difficulty} digits={2} /> },
              {
                term: t('column.discrimination'),
                description: <Figure value={figures.discrimination} digits={2} />,
              },
              { term: t('column.infit'), description: <Figure value={figures.infit} digits={2} /> },
            ]}
          />
          <Terms
            terms={[
              'facility',
              'index',
              'efficiency',
              'weight',
              'difficulty',
              'discrimination',
              'infit',
              'distractor',
            ]}
          />
        </div>
      </Columns>
      {shown ? (
        <>
          {distractors.length > 0 ? (
            <>
              <DistractorPlot curves={curves} options={options} keys={keyOf(item)} byAbility={byAbility} />
              <DistractorPanel
                rows={distractors}
                options={options}
                keys={keyOf(item)}
                byAbility={byAbility}
              />
            </>
          ) : null}
          <Table
            caption={t(byAbility ? 'groups.byAbility' : 'groups.byRest')}
            rows={groups.map((group, i) => ({ ...group, i }))}
            rowKey={({ i }) => String(i)}
            columns={[
              {
                key: 'group',
                label: t('groups.group'),
                cell: ({ i }) => t(`groups.${(i + 1) as 1 | 2 | 3 | 4 | 5}`),
              },
              {
                key: 'people',
                label: t('column.people'),
                align: 'end',
                cell: ({ people }) => formatNumber(locale, people),
              },
              {
                key: 'share',
                label: t('groups.share'),
                align: 'end',
                cell: ({ share }) => (share === null ? t('noFigure') : formatPercent(locale, share)),
              },
            ]}
          />
        </>
      ) : (
        <EmptyState title={t('page.few')} text={t('item.fewText')} />
      )}
      <TracePanel trace={view.trace} />
    </Main>
  )
}
