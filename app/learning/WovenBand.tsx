/**
 * A woven border of squares, as on brocade; the middle of each diamond is the pixel of the mark. Its CSS makes it
 * either 20 px high and at most 800 wide, or at most 80 px wide and 1200 high.
 */
export function WovenBand() {
  const steps = (count: number) => Array.from({ length: count }, (_, i) => i)
  return (
    <svg className="woven" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" fill="#23407c" />
      <defs>
        <g id="diamond">
          <path
            d="M9 3h2v2h2v2h2v2h2v2h-2v2h-2v2h-2v2h-2v-2h-2v-2h-2v-2h-2v-2h2v-2h2v-2h2zM0 0h1v1h-1zM19 0h1v1h-1zM0 19h1v1h-1zM19 19h1v1h-1z"
            fill="#edf1f9"
          />
          <path d="M9 6h2v2h2v1h1v2h-1v1h-2v2h-2v-2h-2v-1h-1v-2h1v-1h2z" fill="#23407c" />
          <path d="M8 8h4v4h-4z" fill="#ffb703" />
        </g>
        <g id="four">
          {steps(4).map((i) => (
            <use key={i} href="#diamond" x={20 * i} />
          ))}
        </g>
        <g id="block">
          {steps(4).map((i) => (
            <use key={i} href="#four" y={20 * i} />
          ))}
        </g>
      </defs>
      {steps(15).map((i) => (
        <use key={i} href="#block" y={80 * i} />
      ))}
      {steps(9).map((i) => (
        <use key={i} href="#four" x={80 * (i + 1)} />
      ))}
    </svg>
  )
}
