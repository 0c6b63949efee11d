import type { ReactNode } from 'react'
import { place } from './scale'

/** A share 0–1 at a moment (0 the first, 1 the last) with its 90 % interval; `words` are said under the pointer. */
export type TrendPoint = { key: string; at: number; value: number; low: number; high: number; words: string }

export type TrendLineProps = {
  title: ReactNode
  /** In the order of time; null where there is no figure, and no line is drawn across it. */
  points: (TrendPoint | null)[]
  /** Ends of the upright axis, one for all lines that stand together. */
  domain: [number, number]
  /** The first and the last figure in words. */
  ends: [ReactNode, ReactNode]
  label: string
}

/**
 * One small line of a share over time, with the interval of each point; the figures stand in a table.
 * `<TrendLine title="An toàn" points={[{ key: 'a', at: 0, value: 0.7, low: 0.6, high: 0.8, words: '…' }, …]} domain={[0.4, 0.9]} ends={['74%', '70%']} label="…" />`
 */
export function TrendLine({ title, points, domain, ends, label }: TrendLineProps) {
  const x = place([0, 1], 6)
  const y = place([domain[1], domain[0]], 5)
  return (
    <figure className="scatter marks">
      <h3>{title}</h3>
      <svg width="100%" height="110" role="img" aria-label={label} data-tips="">
        {points.map((to, i) => {
          const from = points[i - 1]
          return from && to ? (
            <line
              key={to.key}
              className="trend"
              x1={x(from.at)}
              x2={x(to.at)}
              y1={y(from.value)}
              y2={y(to.value)}
            />
          ) : null
        })}
        {points.map((point) =>
          point ? (
            <g key={point.key}>
              <title>{point.words}</title>
              <line
                className="interval"
                x1={x(point.at)}
                x2={x(point.at)}
                y1={y(point.low)}
                y2={y(point.high)}
              />
              <circle className="bad" cx={x(point.at)} cy={y(point.value)} r="3" />
            </g>
          ) : null,
        )}
      </svg>
      <p className="row between">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </figure>
  )
}
