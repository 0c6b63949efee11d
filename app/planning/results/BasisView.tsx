import { paths } from '~/paths'
import { formatDateTime, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { z90 } from '~/gaps/wilson'
import type { Delivery } from '../problem'
import { gainText, gapText, moneyText } from './plan-words'
import { overGreedy, type SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

/** What a result rests on: how good it is against every other plan, what was assumed of the modules, and what was solved. */
export function BasisView({ view, solved }: { view: ScenarioView; solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, names, campaign } = view
  const { settings } = solved
  const better = overGreedy(solved)
  const number = (value: number) => formatNumber(locale, value)
  const part = (name: string) => paths.planSettings(plan.id, scenario.number, name)
  return (
    <>
      <Panel title={t('bound.title')}>
        <p>{gapText(locale, solved.gap)}</p>
        <p>
          {t('bound.text', {
            value: gainText(locale, solved.value),
            bound: gainText(locale, solved.bound),
            gap: formatPercent(locale, solved.gap, 2),
            stage: formatPercent(locale, solved.stageGap, 2),
          })}
        </p>
        <p>
          {better === null
            ? t('greedy.nothing')
            : better < 0.0005
              ? t('greedy.same')
              : t('greedy.better', { share: formatPercent(locale, better, 1) })}{' '}
          {t(`ended.${solved.ended}`, { seconds: formatNumber(locale, solved.seconds, 1) })}
        </p>
        <p className="small muted">{t('bound.unit')}</p>
      </Panel>
      <Panel title={t('effects.title')} end={<a href={part('modules')}>{t('effects.change')}</a>}>
        <Table
          caption={t('effects.caption')}
          rows={solved.expected?.effects ?? []}
          rowKey={({ module, delivery }) => `${module}-${delivery}`}
          empty={t('effects.none')}
          columns={[
            {
              key: 'module',
              label: t('class.module'),
              cell: ({ module }) => <a href={paths.module(module)}>{names.modules[module] ?? module}</a>,
            },
            {
              key: 'delivery',
              label: t('class.delivery'),
              cell: ({ delivery }) => t(`delivery.${delivery as Delivery}`),
            },
            {
              key: 'effect',
              label: t('effects.effect'),
              align: 'end',
              cell: ({ effect, error }) =>
                `${formatNumber(locale, effect, 2)} (${formatNumber(locale, effect - z90 * error, 2)}–${formatNumber(locale, effect + z90 * error, 2)})`,
            },
            {
              key: 'from',
              label: t('effects.from'),
              cell: ({ classes }) =>
                classes > 0
                  ? t('effects.measured', { classes: number(classes), count: classes })
                  : t('effects.assumed'),
            },
          ]}
        />
        <p className="small muted">{t('effects.hint')}</p>
      </Panel>
      <Panel title={t('solved.title')}>
        <DefinitionList
          items={[
            {
              term: t('solved.gaps'),
              description: campaign.id ? (
                <a href={paths.gapsMethod(campaign.id)}>{campaign.title}</a>
              ) : (
                campaign.title || t('campaign.unknown')
              ),
            },
            {
              term: t('solved.who'),
              description: t('solved.people', {
                people: number(solved.people),
                communes: number(settings.communes.length),
              }),
            },
            {
              term: t('solved.budget'),
              description: <a href={part('money')}>{moneyText(locale, settings.budget)}</a>,
            },
            {
              term: t('solved.calendar'),
              description: (
                <a href={part('calendar')}>
                  {t('solved.weeks', { weeks: number(solved.weeks.length), count: solved.weeks.length })}
                </a>
              ),
            },
            {
              term: t('solved.resources'),
              description: (
                <a href={part('resources')}>
                  {t('solved.trainersVenues', {
                    trainers: number(settings.trainers.length),
                    venues: number(settings.venues.length),
                  })}
                </a>
              ),
            },
            {
              term: t('solved.rules'),
              description: (
                <a href={part('rules')}>
                  {t('solved.rulesText', {
                    away: formatPercent(locale, settings.awayShare),
                    coverage: formatPercent(locale, settings.leastCoverage),
                    perPerson: number(settings.perPerson),
                  })}
                </a>
              ),
            },
            {
              term: t('solved.at'),
              description: scenario.solvedAt ? formatDateTime(scenario.solvedAt) : '–',
            },
          ]}
        />
      </Panel>
    </>
  )
}
