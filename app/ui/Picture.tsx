import type { ReactNode } from 'react'
import { classes } from './classes'

export type PictureProps = { src: string | null; alt: string; width: number; height: number }

/** A picture of a question, as wide as there is room; where it cannot be had, its words. */
export function Picture({ src, alt, width, height }: PictureProps) {
  if (src === null) return <p className="panel muted">{alt}</p>
  return <img className="question-picture" src={src} alt={alt} width={width} height={height} />
}

/** In thousandths of the picture, as a question says them; a radius is one of the width. */
export type MarkedArea = {
  shape: 'rectangle' | 'circle' | 'polygon'
  at: readonly number[]
  right?: boolean
  /** Stands in the area's first corner, or in its middle. */
  label?: string
}

type MarksProps = {
  width: number
  height: number
  /** So many columns and rows, with their names; null for none. */
  grid: { columns: readonly string[]; rows: readonly string[] } | null
  areas?: readonly MarkedArea[]
  mark?: readonly [number, number] | null
}

/** What is drawn over a picture: a grid with names, areas, a mark. It takes no press. */
export function PictureMarks({ width, height, grid, areas = [], mark }: MarksProps) {
  const x = (at: number) => (at * width) / 1000
  const y = (at: number) => (at * height) / 1000
  // Of letters and marks: 12 points at least, and in proportion on a picture that is shown smaller than it is.
  const size = Math.max(12, width / 40)
  return (
    <svg className="picture-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {grid ? <Grid {...{ width, height, size, ...grid }} /> : null}
      {areas.map(({ shape, at, right }, i) => {
        const className = right ? 'area right' : 'area'
        if (shape === 'circle')
          return <circle key={i} className={className} cx={x(at[0]!)} cy={y(at[1]!)} r={x(at[2]!)} />
        if (shape === 'rectangle') {
          const [left, top, end, bottom] = [x(at[0]!), y(at[1]!), x(at[2]!), y(at[3]!)]
          return (
            <rect key={i} className={className} x={left} y={top} width={end - left} height={bottom - top} />
          )
        }
        const points = at.map((each, place) => (place % 2 === 0 ? x(each) : y(each))).join(' ')
        return <polygon key={i} className={className} points={points} />
      })}
      {areas.map(({ at, label }, i) =>
        label ? (
          <text key={i} className="name" x={x(at[0]!) + size / 3} y={y(at[1]!) + size} fontSize={size}>
            {label}
          </text>
        ) : null,
      )}
      {mark ? (
        <g className="mark">
          <circle cx={x(mark[0])} cy={y(mark[1])} r={size} />
          <circle cx={x(mark[0])} cy={y(mark[1])} r={size / 4} />
        </g>
      ) : null}
    </svg>
  )
}

type GridProps = { width: number; height: number; size: number } & NonNullable<MarksProps['grid']>

function Grid({ width, height, size, columns, rows }: GridProps) {
  const lines = (count: number) => Array.from({ length: count - 1 }, (_, i) => (i + 1) / count)
  return (
    <g className="grid" fontSize={size}>
      {lines(columns.length).map((at) => (
        <line key={`c${at}`} x1={at * width} x2={at * width} y1={0} y2={height} />
      ))}
      {lines(rows.length).map((at) => (
        <line key={`r${at}`} x1={0} x2={width} y1={at * height} y2={at * height} />
      ))}
      {columns.map((name, i) => (
        <text key={name} x={((i + 0.5) / columns.length) * width} y={-size / 3}>
          {name}
        </text>
      ))}
      {rows.map((name, i) => (
        <text key={name} x={-size * 0.75} y={((i + 0.5) / rows.length) * height + size / 3}>
          {name}
        </text>
      ))}
    </g>
  )
}

/** A picture with marks over it; `gridded` leaves room for the names of a grid. */
export function MarkedPicture(props: { picture: PictureProps; marks: ReactNode; gridded?: boolean }) {
  const { picture, marks, gridded } = props
  return (
    <div className={classes('marked-picture', gridded && 'gridded')}>
      <Picture {...picture} />
      {picture.src === null ? null : marks}
    </div>
  )
}
