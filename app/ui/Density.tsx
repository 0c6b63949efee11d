import type { ReactNode } from 'react'
import { place } from './scale'

export type DensityProps = {
  /** Heights 0–1 from left to right, the first and the last at the ends of the drawing. */
  curve: { x: number; y: number }[]
  /** Where one part of the ground ends and the next begins, on the curve's x. */
  cuts: number[]
  axes: { x: ReactNode }
  /** The drawing in words; the figures stand in a table. */
  label: string
}

/** How dark each part is drawn, from the left. */
const shades = [0.2, 0.4, 0.6, 0.8, 1]

/** The shade of part `i` beside its name in the table. */
export function DensitySwatch({ part }: { part: number }) {
  return (
    <svg width="14" height="14" aria-hidden="true" focusable="false">
      <rect className="ground" width="14" height="14" fillOpacity={shades[part] ?? 1} />
    </svg>
  )
}

/** A smooth curve over a ground in parts, as people over levels. `<Density curve={curve(spread, -3, 3)} cuts={[-1, 0, 1]} axes={{ x: 'năng lực cao hơn' }} label="…" />` */
export function Density({ curve, cuts, axes, label }: DensityProps) {
  const [from, to] = [curve[0]?.x ?? 0, curve.at(-1)?.x ?? 1]
  const across = (x: number) => (100 * (x - from)) / (to - from)
  const edges = [from, ...cuts.filter((cut) => cut > from && cut < to), to]
  const first = cuts.filter((cut) => cut <= from).length
  const at = place([from, to])
  return (
    <figure className="scatter">
      <svg width="100%" height="150" role="img" aria-label={label}>
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
          {edges.slice(1).map((edge, i) => (
            <path
              key={edge}
              className="ground"
              fillOpacity={shades[first + i] ?? 1}
              d={part(curve, edges[i]!, edge, across)}
            />
          ))}
        </svg>
        {edges.slice(1, -1).map((edge) => (
          <line key={edge} className="versus" x1={at(edge)} x2={at(edge)} y1="0" y2="100%" />
        ))}
      </svg>
      <p className="across">{axes.x} →</p>
    </figure>
  )
}

function part(curve: DensityProps['curve'], from: number, to: number, across: (x: number) => number): string {
  const inside = [heightAt(curve, from), ...curve.filter(({ x }) => x > from && x < to), heightAt(curve, to)]
  const points = inside.map(({ x, y }) => `${across(x).toFixed(2)} ${(96 - 92 * y).toFixed(2)}`)
  return `M${across(from).toFixed(2)} 96L${points.join('L')}L${across(to).toFixed(2)} 96z`
}

function heightAt(curve: DensityProps['curve'], x: number): { x: number; y: number } {
  const next = curve.findIndex((point) => point.x >= x)
  const [a, b] = [curve[Math.max(next - 1, 0)]!, curve[next < 0 ? curve.length - 1 : next]!]
  const share = b.x === a.x ? 0 : (x - a.x) / (b.x - a.x)
  return { x, y: a.y + share * (b.y - a.y) }
}
