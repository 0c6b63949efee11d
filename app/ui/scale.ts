import { scaleLinear } from 'd3-scale'

/**
 * Places on a drawing as percentages of its width, so that marks keep their size on every screen.
 * `place([0, 1])(0.5)` gives `'50%'`; values outside the domain stop at its ends; `inset` keeps room for half a dot.
 */
export function place(domain: [number, number], inset = 0): (value: number) => string {
  const scale = scaleLinear()
    .domain(domain)
    .range([inset, 100 - inset])
    .clamp(true)
  return (value) => `${round(scale(value))}%`
}

/** Start and width of each of `count` equal segments, parted by a small gap: `[{ x: '0%', width: '24.8%' }, …]`. */
export function segments(count: number, gap = 0.4): { x: string; width: string }[] {
  const step = 100 / count
  return Array.from({ length: count }, (_, i) => {
    const left = i === 0 ? 0 : gap / 2
    const right = i === count - 1 ? 0 : gap / 2
    return { x: `${round(i * step + left)}%`, width: `${round(step - left - right)}%` }
  })
}

/** Start and width of parts one after the other, as shares of their sum; parts of nothing have no width. */
export function stacked(values: readonly number[]): { x: string; width: string }[] {
  const sum = values.reduce((total, value) => total + Math.max(value, 0), 0)
  let before = 0
  return values.map((value) => {
    const share = sum > 0 ? Math.max(value, 0) / sum : 0
    const part = { x: `${round(before * 100)}%`, width: `${round(share * 100)}%` }
    before += share
    return part
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
