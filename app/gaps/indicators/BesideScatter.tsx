import { useLocale, useT } from '~/platform/i18n/react'
import { Scatter, type ScatterPoint } from '~/ui/Scatter'
import type { IndicatorsReport } from './indicators-report.server'
import { besideFigure } from './beside-figure'
import { numberOf, valueText } from './value-text'

type Props = { report: IndicatorsReport; other: 'skills' | 'conditions' }

/** Communes by an indicator, to the right, and by skills or conditions, upwards; rings are not told from the province. */
export function BesideScatter({ report, other }: Props) {
  const t = useT('indicators')
  const locale = useLocale()
  const { chosen, rows, province } = report
  const middle = besideFigure(province, other)
  const points = rows.flatMap((row): ScatterPoint[] => {
    const figure = besideFigure(row, other)
    if (!row.value || !figure || !chosen) return []
    const isOpen = middle !== null && figure.low <= middle.value && middle.value <= figure.high
    return [
      {
        key: row.code,
        name: t('beside.point', {
          name: row.name,
          value: valueText(locale, chosen, row.value.value),
          other: figure.text(locale),
        }),
        x: row.value.value,
        y: figure.value,
        kind: isOpen ? 'open' : undefined,
      },
    ]
  })
  if (!chosen?.day || !middle || points.length === 0) return <p>{t('beside.scatter.none')}</p>
  const across = points.map(({ x }) => x)
  return (
    <Scatter
      points={points}
      x={around(across)}
      y={around([...points.map(({ y }) => y), middle.value])}
      middle={{ x: chosen.day.median, y: middle.value }}
      top={[null, null]}
      bottom={[numberOf(locale, chosen, Math.min(...across)), numberOf(locale, chosen, Math.max(...across))]}
      axes={{ x: chosen.name[locale], y: t(`beside.axis.${other}`) }}
      label={t('beside.scatter.label', {
        count: points.length,
        name: chosen.name[locale],
        other: t(`beside.${other}`),
      })}
    />
  )
}

/** Ends of an axis with every value inside and a little room. */
function around(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.04 * (high - low), 1e-6)
  return [low - room, high + room]
}
