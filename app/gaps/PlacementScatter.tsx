import { useT } from '~/platform/i18n/react'
import { Scatter, type ScatterPoint } from '~/ui/Scatter'
import type { PlacedCommune } from './province-report.server'

type Props = { placed: PlacedCommune[]; small?: boolean }

/** Communes by what they lack in skills, to the right, and in conditions, upwards; rings are not told from the middle. */
export function PlacementScatter({ placed, small }: Props) {
  const t = useT('gaps')
  const points = placed.flatMap(({ code, name, skills, conditions, place }): ScatterPoint[] =>
    skills && conditions
      ? [
          {
            key: code,
            name: `${name}: ${t(`quadrant.${place.quadrant}`)}`,
            x: -skills.value,
            y: 100 - conditions.value,
            kind: place.quadrant === 'both' ? 'bad' : place.quadrant === 'unclear' ? 'open' : undefined,
          },
        ]
      : [],
  )
  const middle = middleOf(placed)
  if (points.length === 0 || !middle) return null
  const both = placed.filter(({ place }) => place.quadrant === 'both').length
  return (
    <Scatter
      small={small}
      points={points}
      x={ends(
        points.map(({ x }) => x),
        middle.x,
      )}
      y={ends(
        points.map(({ y }) => y),
        middle.y,
      )}
      middle={middle}
      top={[t('scatter.conditions'), t('scatter.both')]}
      bottom={[t('scatter.neither'), t('scatter.skills')]}
      axes={{ x: t('scatter.x'), y: t('scatter.y') }}
      label={t('scatter.label', { communes: points.length, both })}
    />
  )
}

function middleOf(placed: PlacedCommune[]): { x: number; y: number } | null {
  const x = placed.find(({ skills }) => skills)?.skills?.middle
  const y = placed.find(({ middle }) => middle !== null)?.middle
  return x === undefined || y === undefined || y === null ? null : { x: -x, y: 100 - y }
}

/** Ends of an axis with the middle in the middle and every point inside. */
function ends(values: number[], middle: number): [number, number] {
  const most = 1.05 * Math.max(...values.map((value) => Math.abs(value - middle)), 1e-6)
  return [middle - most, middle + most]
}
