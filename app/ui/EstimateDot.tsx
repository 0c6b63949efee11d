import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { classes } from './classes'
import { place } from './scale'

export type EstimateDotProps = {
  value: number
  /** Ends of the 90 % interval. */
  low: number
  high: number
  /** What it is compared with, drawn as a dashed tick: `{ name: 'cả tỉnh', value: 0.49 }`. */
  compare?: { name: string; value: number }
  /** Drawn as a flag: `{ name: 'mục tiêu', value: 0.2 }`. */
  target?: { name: string; value: number }
  domain?: [number, number]
  /** `gap` for the size of a gap; without it the colour of what is measured. */
  tone?: 'gap'
  /** How figures are said; percentages where nothing is given. */
  format?: (value: number) => string
}

/**
 * A dot, a thick faint line for its interval, and what it is compared with; the figures stand beside it in HTML.
 * `<EstimateDot tone="gap" value={0.74} low={0.62} high={0.84} compare={{ name: 'cả tỉnh', value: 0.49 }} />`
 */
export function EstimateDot(props: EstimateDotProps) {
  const { value, low, high, compare, target, domain = [0, 1], tone, format } = props
  const t = useT('ui')
  const locale = useLocale()
  const say = format ?? ((n: number) => formatPercent(locale, n))
  const x = place(domain, 2)
  const label = [
    t('estimate.label', { value: say(value), low: say(low), high: say(high) }),
    ...[compare, target].flatMap((mark) =>
      mark ? [t('estimate.versus', { name: mark.name, value: say(mark.value) })] : [],
    ),
  ].join('; ')
  return (
    <svg className={classes('estimate', tone)} width="100%" height="26" role="img" aria-label={label}>
      <line className="axis" x1={x(domain[0])} x2={x(domain[1])} y1="13" y2="13" />
      {compare ? (
        <line className="versus" x1={x(compare.value)} x2={x(compare.value)} y1="2" y2="24" />
      ) : null}
      <line className="interval" x1={x(low)} x2={x(high)} y1="13" y2="13" />
      {target ? <Flag x={x(target.value)} pole={24} flip={Number.parseFloat(x(target.value)) > 90} /> : null}
      <circle className="dot" cx={x(value)} cy="13" r="6" />
    </svg>
  )
}

/** A target's flag, on a pole of `pole` pixels; flipped where the right edge is near. */
export function Flag({ x, pole, flip }: { x: string; pole: number; flip?: boolean }) {
  return (
    <svg className="flag" x={x} overflow="visible">
      <path className="pole" d={`M0 2v${pole}`} />
      <path d={flip ? 'M0 2l-14 5 14 5z' : 'M0 2l14 5-14 5z'} />
    </svg>
  )
}
