import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { gainText, moneyText } from './plan-words'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

type More = SolvedView['more'][number]

/** What one more unit of money, of a trainer or of seats would bring; told only beyond what the plan itself leaves open. */
export function MorePanel({ view, solved }: { view: ScenarioView; solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { names, plan, scenario } = view
  if (solved.more.length === 0) return null
  const settings = (part: 'money' | 'resources') => paths.planSettings(plan.id, scenario.number, part)
  const what = ({ kind, amount, of }: More) => {
    if (kind === 'money') return t('more.money', { amount: moneyText(locale, amount) })
    if (kind === 'trainer')
      return t('more.trainer', {
        days: formatNumber(locale, amount),
        module: of === null ? '' : (names.modules[of] ?? of),
      })
    return t('more.seats', {
      seats: formatNumber(locale, amount),
      venue: of === null ? '' : (names.venues[of] ?? of),
    })
  }
  return (
    <Panel title={t('more.title')}>
      <Table
        caption={t('more.caption')}
        rows={solved.more}
        rowKey={({ kind, of, amount }) => `${kind}-${of ?? ''}-${amount}`}
        columns={[
          {
            key: 'what',
            label: t('more.what'),
            cell: (more) => (
              <a href={settings(more.kind === 'money' ? 'money' : 'resources')}>{what(more)}</a>
            ),
          },
          {
            key: 'gain',
            label: t('more.gain'),
            align: 'end',
            cell: ({ gain }) =>
              gain === null ? (
                <span className="muted">{t('more.notSure')}</span>
              ) : (
                <b>{t('more.people', { gain: gainText(locale, gain) })}</b>
              ),
          },
        ]}
      />
      <p className="small muted">{t('more.hint', { open: gainText(locale, solved.bound - solved.value) })}</p>
    </Panel>
  )
}
