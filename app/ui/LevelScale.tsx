import type { ReactNode } from 'react'
import { Flag } from './EstimateDot'
import { place, segments } from './scale'

export type LevelScaleProps = {
  title?: ReactNode
  titleLevel?: 2 | 3
  /** Names of the stretches of the scale from the lowest. */
  levels: string[]
  /** Where the person stands: 0 is the start of the first stretch, 1 its end, 4 the end of the fourth. */
  value?: number
  low?: number
  high?: number
  /** Where that begins which the position needs, on the same scale. */
  target?: number
  /** The drawing in words, for a screen reader. */
  label: string
  /** What it means, in a sentence under the drawing. */
  children?: ReactNode
}

/**
 * A scale of levels with where one is, how sure that is, and what the position needs.
 * `<LevelScale title="An toàn" levels={names} value={1.6} low={1.2} high={2.1} target={2} label="Có lẽ còn thiếu một ít">…</LevelScale>`
 */
export function LevelScale(props: LevelScaleProps) {
  const { title, titleLevel = 2, levels, value, low, high, target, label, children } = props
  const Heading = titleLevel === 2 ? 'h2' : 'h3'
  const x = place([0, levels.length])
  return (
    <div className="scale">
      {title ? <Heading>{title}</Heading> : null}
      <svg className="estimate" width="100%" height="40" role="img" aria-label={label}>
        {segments(levels.length).map((segment, i) => (
          <rect
            key={i}
            {...segment}
            y="20"
            height="12"
            className={target !== undefined && i < target ? 'needed' : 'beyond'}
          />
        ))}
        {target === undefined ? null : <Flag x={x(target)} pole={34} flip={target > levels.length * 0.93} />}
        {low === undefined || high === undefined ? null : (
          <line className="interval" x1={x(low)} x2={x(high)} y1="26" y2="26" />
        )}
        {value === undefined ? null : <circle className="dot" cx={x(value)} cy="26" r="8" />}
      </svg>
      <div className="levels" aria-hidden="true">
        {levels.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {children ? <p>{children}</p> : null}
    </div>
  )
}
