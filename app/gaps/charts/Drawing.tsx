import { hatched, round, ruled, type Mark, type Scene } from './scene'

export type DrawingProps = {
  scene: Scene
  /** Told in the drawing's own words; a drawing in a page with both is an image to a screen reader. */
  title: string
  description: string
  /** Its patterns are named by it: one word, another for each drawing of a page. */
  name: string
}

const fonts = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** A chart as an SVG that needs nothing around it: in a page, and as a file. */
export function Drawing({ scene, title, description, name }: DrawingProps) {
  const { width, height, marks } = scene
  const fills = new Set(marks.flatMap((mark) => ('fill' in mark ? [mark.fill] : [])))
  const [few, vague] = [fills.has(hatched), fills.has(ruled)]
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${round(width)} ${round(height)}`}
      width={round(width)}
      height={round(height)}
      role="img"
      aria-labelledby={`${name}-title ${name}-description`}
      fontFamily={fonts}
    >
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-description`}>{description}</desc>
      {few || vague ? (
        <defs>
          {few ? (
            <pattern
              id={`${name}-few`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="#ffffff" />
              <rect width="2" height="6" fill="#d8d4c9" />
            </pattern>
          ) : null}
          {vague ? (
            <pattern id={`${name}-vague`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill="#ffffff" />
              <rect width="6" height="1" fill="#d8d4c9" />
            </pattern>
          ) : null}
        </defs>
      ) : null}
      {marks.map((mark, i) => (
        <Drawn key={i} mark={mark} name={name} />
      ))}
    </svg>
  )
}

function Drawn({ mark, name }: { mark: Mark; name: string }) {
  const fill = (of: string) => (of === hatched || of === ruled ? `url(#${name}-${of})` : of)
  if (mark.kind === 'line')
    return (
      <line
        x1={round(mark.x1)}
        y1={round(mark.y1)}
        x2={round(mark.x2)}
        y2={round(mark.y2)}
        stroke={mark.stroke}
        strokeWidth={mark.thick}
        strokeDasharray={mark.dashed ? '4 3' : undefined}
        strokeLinecap={mark.round ? 'round' : undefined}
        opacity={mark.opacity}
      />
    )
  const said = mark.title ? <title>{mark.title}</title> : null
  if (mark.kind === 'rect')
    return (
      <rect
        x={round(mark.x)}
        y={round(mark.y)}
        width={round(mark.width)}
        height={round(mark.height)}
        rx={mark.round}
        fill={fill(mark.fill)}
        stroke={mark.stroke}
        strokeDasharray={mark.dashed ? '3 2' : undefined}
        opacity={mark.opacity}
      >
        {said}
      </rect>
    )
  if (mark.kind === 'dot')
    return (
      <circle
        cx={round(mark.x)}
        cy={round(mark.y)}
        r={mark.r}
        fill={mark.fill}
        stroke={mark.stroke}
        strokeWidth="1.5"
      >
        {said}
      </circle>
    )
  if (mark.kind === 'path')
    return (
      <path d={mark.d} fill={fill(mark.fill)} stroke={mark.stroke}>
        {said}
      </path>
    )
  return (
    <text
      x={round(mark.x)}
      y={round(mark.y)}
      fontSize={mark.size}
      fontWeight={mark.bold ? 700 : undefined}
      fill={mark.fill ?? '#1a2130'}
      textAnchor={mark.anchor}
    >
      {said}
      {mark.text}
    </text>
  )
}
