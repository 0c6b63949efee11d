import { classes } from './classes'
import { place } from './scale'

type GapBarProps = {
  /** Below zero is short of the target. */ value: number
  /** Both ends of the drawing. */ most: number
  /** The bar in words. */ label: string
}

/** A bar from the target, to the left for what is lacking and to the right for what goes beyond. `<GapBar value={-1.2} most={2.5} label="−1,2" />` */
export function GapBar({ value, most, label }: GapBarProps) {
  const x = place([-most, most])
  const [from, to] = value < 0 ? [value, 0] : [0, value]
  const width = `${Number.parseFloat(x(to)) - Number.parseFloat(x(from))}%`
  return (
    <svg
      className={classes('estimate', value < 0 && 'gap')}
      width="100%"
      height="26"
      role="img"
      aria-label={label}
    >
      <line className="axis" x1="0" x2="100%" y1="13" y2="13" />
      <rect className="bar" x={x(from)} width={width} y="8" height="10" />
      <line className="versus" x1={x(0)} x2={x(0)} y1="2" y2="24" />
    </svg>
  )
}
