import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { fairPoints, palette, surePoints, wedgeRow } from './heat'

export type HeatLegendProps = {
  /** What 100 % means, where it is not "chưa đạt". */
  to?: string
  /** Why cells are hatched: "dưới 5 người trả lời". */
  few?: string
  /** Why cells have a question mark: "chưa đủ thông tin". */
  vague?: string
  /** What ± means, and a link to the method. */
  children?: ReactNode
}

// Pixels of one row of the wedge; the column beside it is 21 rem wide.
const [width, height] = [130, 28]

/** How to read the heat map, drawn as the wedge of its palette. `<HeatLegend few="dưới 5 người trả lời">…</HeatLegend>` */
export function HeatLegend({ to, few, vague, children }: HeatLegendProps) {
  const t = useT('ui')
  const words = [
    t('heat.sure', { points: surePoints }),
    t('heat.fair', { points: fairPoints }),
    t('heat.weak'),
  ]
  return (
    <div className="legend">
      <div className="wedge">
        <p className="ends">
          <span>{t('heat.from')}</span>
          <span>{to ?? t('heat.to')}</span>
        </p>
        <ul>
          {palette.map((row, r) => (
            <li key={row[0]}>
              <svg width={width} height={height} aria-hidden="true" focusable="false">
                {wedgeRow(r, width, height).map(({ heat, points }) => (
                  <polygon key={heat} className={heat} points={points} />
                ))}
              </svg>
              {words[r]}
            </li>
          ))}
        </ul>
      </div>
      <p className="small">
        <span className="few swatch" aria-hidden="true" /> {few ?? t('heat.few')}
      </p>
      {vague ? (
        <p className="small">
          <span className="vague swatch" aria-hidden="true">
            ?
          </span>{' '}
          {vague}
        </p>
      ) : null}
      {children ? <div className="small">{children}</div> : null}
    </div>
  )
}
