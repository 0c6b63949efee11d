import type { ReactNode } from 'react'
import { place } from './scale'

export type CaterpillarProps = {
  /** In the order in which they stand, shares 0–1 with 90 % intervals; `words` are said under the pointer. */
  items: { key: string; words: string; value: number; low: number; high: number }[]
  compare?: number
  /** What grows upwards, and how the items stand from left to right. */
  axes: { x: ReactNode; y: ReactNode }
  /** The drawing in words; the figures stand in a table. */
  label: string
}

/**
 * Many estimates in their order, each with its interval: where the bars overlap, the order is not sure.
 * `<Caterpillar items={[{ key: '01321', words: 'Bảo Lạc: 74% (62–84)', value: 0.74, low: 0.62, high: 0.84 }]} … />`
 */
export function Caterpillar({ items, compare, axes, label }: CaterpillarProps) {
  const x = place([-0.5, items.length - 0.5], 1)
  const y = place([1, 0], 4)
  return (
    <figure className="scatter marks">
      <p>{axes.y} ↑</p>
      <svg width="100%" height="220" role="img" aria-label={label} data-tips="">
        {compare === undefined ? null : (
          <line className="versus" x1="0" x2="100%" y1={y(compare)} y2={y(compare)} />
        )}
        {items.map(({ key, words, value, low, high }, i) => (
          <g key={key}>
            <title>{words}</title>
            <line className="interval" x1={x(i)} x2={x(i)} y1={y(low)} y2={y(high)} />
            <circle className="bad" cx={x(i)} cy={y(value)} r="3.5" />
          </g>
        ))}
      </svg>
      <p className="across">{axes.x} →</p>
    </figure>
  )
}
