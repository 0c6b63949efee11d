import type { ReactNode } from 'react'
import { classes } from './classes'
import { place } from './scale'

export type ScatterPoint = {
  key: string
  /** Said under the pointer. */ name: string
  x: number
  y: number
  /** `bad` stands out; `open` is drawn as a ring: not told apart from the middle. */ kind?: 'bad' | 'open'
}

export type ScatterProps = {
  points: ScatterPoint[]
  /** Ends of the axes, from left to right and from bottom to top; a falling pair turns an axis around. */
  x: [number, number]
  y: [number, number]
  middle: { x: number; y: number }
  /** What the corners mean, at the top and at the bottom: left, right. */
  top: [ReactNode, ReactNode]
  bottom: [ReactNode, ReactNode]
  /** What grows upwards and to the right. */
  axes: { x: ReactNode; y: ReactNode }
  /** The drawing in words; the figures stand in a table. */
  label: string
  small?: boolean
}

/** Of more places nobody could point at one, and each would cost the page a hundred bytes. */
const mostMarks = 400
/** Dots of a cloud that fall on the same square are drawn once. */
const squares = [300, 150] as const

/**
 * Places on two axes around a middle; every word is HTML, so that it keeps its size on phones.
 * `<Scatter points={[{ key: '01321', name: 'Bảo Lạc', x: -0.8, y: 54 }]} x={[2, -2]} y={[100, 0]} middle={{ x: 0, y: 70 }} … />`
 */
export function Scatter({ points, x, y, middle, top, bottom, axes, label, small }: ScatterProps) {
  const [acrossX, acrossY] = [place(x, 3), place([y[1], y[0]], 4)]
  return (
    <figure className={classes('scatter', small && 'small')}>
      <p>{axes.y} ↑</p>
      <p className="row between">
        <span>{top[0]}</span>
        <b>{top[1]}</b>
      </p>
      <svg width="100%" height={small ? 190 : 420} role="img" aria-label={label} data-tips="">
        <line className="versus" x1={acrossX(middle.x)} x2={acrossX(middle.x)} y1="0" y2="100%" />
        <line className="versus" x1="0" x2="100%" y1={acrossY(middle.y)} y2={acrossY(middle.y)} />
        {points.length > mostMarks ? (
          <Cloud points={points} x={x} y={y} />
        ) : (
          points.map((point) => (
            <circle
              key={point.key}
              className={point.kind}
              cx={acrossX(point.x)}
              cy={acrossY(point.y)}
              r={small ? 4 : 6}
            >
              <title>{point.name}</title>
            </circle>
          ))
        )}
      </svg>
      <p className="row between">
        <span>{bottom[0]}</span>
        <span>{bottom[1]}</span>
      </p>
      <p className="across">{axes.x} →</p>
    </figure>
  )
}

/** Thousands of places as one line of dots for each kind, those that stand out on top. */
function Cloud({ points, x, y }: Pick<ScatterProps, 'points' | 'x' | 'y'>) {
  const at = (value: number, [from, to]: [number, number], count: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / (to - from))) * count)
  return (
    <svg className="cloud" viewBox={`0 0 ${squares[0]} ${squares[1]}`} preserveAspectRatio="none">
      {(['open', undefined, 'bad'] as const).map((kind) => {
        const dots = new Set(
          points
            .filter((point) => point.kind === kind)
            .map((point) => `M${at(point.x, x, squares[0])} ${at(point.y, [y[1], y[0]], squares[1])}h0`),
        )
        return dots.size > 0 ? <path key={kind ?? 'told'} className={kind} d={[...dots].join('')} /> : null
      })}
    </svg>
  )
}
