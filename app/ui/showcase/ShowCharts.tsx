import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BarShare } from '../BarShare'
import { certainty } from '../certainty'
import { Columns } from '../Columns'
import { EstimateDot } from '../EstimateDot'
import { GapBar } from '../GapBar'
import { HeatLegend } from '../HeatLegend'
import { HeatMap, type HeatCell } from '../HeatMap'
import { Panel } from '../Panel'
import { Scatter } from '../Scatter'
import { Table } from '../Table'

/** Shares with half-widths in points, as an invented province might have them; null is too few people, vague too little information. */
const heat: { name: string; cells: ([number, number] | 'vague' | null)[]; end: string }[] = [
  {
    name: 'Xã Khánh Xuân',
    cells: [
      [73, 16],
      [79, 5],
      [63, 20],
      [85, 9],
      [96, 4],
    ],
    end: '36/44',
  },
  {
    name: 'Xã Bảo Lạc',
    cells: [
      [74, 20],
      [70, 4],
      [60, 21],
      [74, 4],
      [81, 8],
    ],
    end: '36/45',
  },
  {
    name: 'Xã Yên Thổ',
    cells: [
      [58, 16],
      [42, 6],
      [48, 12],
      [34, 4],
      [71, 8],
    ],
    end: '32/42',
  },
  { name: 'Xã Cô Ba', cells: [[15, 5], null, [22, 14], null, [52, 15]], end: '24/47' },
  {
    name: 'Phường Nùng Trí Cao',
    cells: ['vague', [19, 6], [11, 8], [28, 12], [31, 14]],
    end: '39/42',
  },
]

const places = [
  { key: '1', name: 'Xã Bảo Lạc', x: 1.2, y: 62, kind: 'bad' },
  { key: '2', name: 'Xã Cô Ba', x: -0.8, y: 58 },
  { key: '3', name: 'Xã Sơn Lộ', x: 0.9, y: 30 },
  { key: '4', name: 'Xã Yên Thổ', x: 0.1, y: 44, kind: 'open' },
  { key: '5', name: 'Xã Hưng Đạo', x: -1.4, y: 25 },
] as const

const gaps = [
  { name: 'show.skill.sign', value: 0.74, low: 0.62, high: 0.84, province: 0.49 },
  { name: 'show.skill.talk', value: 0.45, low: 0.3, high: 0.6, province: 0.38 },
  { name: 'show.skill.ai', value: 0.99, low: 0.93, high: 1, province: 0.96 },
] as const

/** Figures that are not certain, and how they say so. */
export function ShowCharts() {
  const t = useT('ui')
  const locale = useLocale()
  const percent = (share: number) => formatPercent(locale, share)
  return (
    <>
      <Columns kind="side">
        <Panel title={t('show.heat.title')}>
          <HeatMap
            caption={t('show.heat.title')}
            captionHidden
            corner={t('show.field.commune')}
            columns={(['device', 'data', 'problem', 'safety', 'ai'] as const).map((key) => ({
              key,
              label: t(`show.skill.${key}`),
            }))}
            rows={heat.map(({ name, cells, end }) => ({
              key: name,
              label: name,
              to: '#charts',
              end,
              cells: cells.map((pair) => cell(pair, t('show.heat.fewCell'), t('show.heat.vague'))),
            }))}
            endLabel={t('show.kpi.answered')}
          />
        </Panel>
        <Panel title={t('show.heat.read')}>
          <HeatLegend few={t('show.heat.few')} vague={t('show.heat.vague')}>
            {t('show.heat.plusMinus')}
          </HeatLegend>
        </Panel>
      </Columns>
      <Columns kind="two">
        <Panel title={t('show.scatter.title')}>
          <Scatter
            small
            points={[...places]}
            x={[-2, 2]}
            y={[0, 80]}
            middle={{ x: 0, y: 40 }}
            top={[t('show.scatter.conditions'), t('show.scatter.both')]}
            bottom={[t('show.scatter.neither'), t('show.scatter.skills')]}
            axes={{ x: t('show.scatter.x'), y: t('show.scatter.y') }}
            label={t('show.scatter.label')}
          />
        </Panel>
        <Panel title={t('show.bar.title')}>
          <GapBar value={-1.2} most={2.5} label={t('show.bar.below')} />
          <GapBar value={0.6} most={2.5} label={t('show.bar.beyond')} />
        </Panel>
      </Columns>
      <Columns kind="two">
        <Panel title={t('show.gaps.title')}>
          <Table
            caption={t('show.gaps.title')}
            captionHidden
            rows={[...gaps]}
            rowKey={(gap) => gap.name}
            columns={[
              { key: 'name', label: t('show.tab.skill'), cell: (gap) => t(gap.name) },
              {
                key: 'dot',
                label: t('show.gaps.share'),
                figure: true,
                cell: ({ value, low, high, province }) => (
                  <EstimateDot
                    tone="gap"
                    {...{ value, low, high }}
                    compare={{ name: t('show.province'), value: province }}
                    target={{ name: t('show.target'), value: 0.2 }}
                  />
                ),
              },
              {
                key: 'figure',
                label: t('show.gaps.estimate'),
                align: 'end',
                cell: ({ value, low, high }) => (
                  <>
                    <b>{percent(value)}</b> <small>{`${percent(low)}–${percent(high)}`}</small>
                  </>
                ),
              },
            ]}
          />
        </Panel>
        <Panel title={t('show.conditions')}>
          <BarShare
            parts={[
              { key: 'ok', label: t('show.conditions.ok'), value: 17, kind: 'ok' },
              { key: 'care', label: t('show.conditions.care'), value: 12, kind: 'care' },
              { key: 'bad', label: t('show.conditions.bad'), value: 7, kind: 'bad' },
              { key: 'unknown', label: t('show.conditions.unknown'), value: 2, kind: 'unknown' },
            ]}
          />
          <ul>
            {[0.97, 0.9, 0.6].map((probability) => (
              <li key={probability}>
                {t('show.certainty', { words: t(`certainty.${certainty(probability)}`) })} (
                {percent(probability)})
              </li>
            ))}
          </ul>
        </Panel>
      </Columns>
    </>
  )
}

function cell(pair: [number, number] | 'vague' | null, few: string, vague: string): HeatCell {
  if (pair === null) return { suppressed: few }
  if (pair === 'vague') return { suppressed: vague, vague: true }
  const [share, half] = [pair[0] / 100, pair[1] / 100]
  return { share, low: Math.max(share - half, 0), high: Math.min(share + half, 1), to: '#charts' }
}
