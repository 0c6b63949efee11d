import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { standingOf, type Standing } from './compare-scenarios'
import type { SolvedScenario } from './compare.server'

/** Which differences to the best scenario are sure: within the model, and with what is not known of the effects. */
export function CompareStandings({ best, solved }: { best: SolvedScenario; solved: SolvedScenario[] }) {
  const t = useT('plans')
  const locale = useLocale()
  const points = (share: number) => formatNumber(locale, share * 100, 1)
  const fallText = ({ fall, clear }: Standing) => {
    if (!fall) return '–'
    if (!clear) return t('sure.unclear')
    const values = {
      points: points(Math.abs(fall.share)),
      low: points(Math.min(Math.abs(fall.low), Math.abs(fall.high))),
      high: points(Math.max(Math.abs(fall.low), Math.abs(fall.high))),
    }
    return t(fall.share > 0 ? 'sure.lower' : 'sure.higher', values)
  }
  return (
    <Panel title={t('sure.title')}>
      <Table
        caption={t('sure.caption', { name: best.line.name })}
        rows={solved.filter(({ line }) => line.number !== best.line.number)}
        rowKey={({ line }) => String(line.number)}
        columns={[
          {
            key: 'name',
            label: t('sure.against'),
            cell: ({ line }) => line.name,
          },
          {
            key: 'model',
            label: t('sure.model'),
            cell: (each) => t(`sure.${standingOf(best.solved, each.solved).model}`),
          },
          {
            key: 'fall',
            label: t('sure.fall'),
            cell: (each) => fallText(standingOf(best.solved, each.solved)),
          },
        ]}
      />
      <p className="small muted">{t('sure.hint')}</p>
    </Panel>
  )
}
