/**
 * The mark, two hooked letters with a pixel for the dot of the i, and the name of the product.
 * `<Logo to="/" />`
 */
export function Logo({ to = '/', name = 'I Tờ Số' }: { to?: string; name?: string }) {
  return (
    <a className="logo" href={to}>
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" focusable="false">
        <rect width="34" height="34" rx="7" fill="#23407c" />
        <g fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round">
          <path d="M9.5 14v8.5q0 4 4 4" />
          <path d="M20.5 7v15.5q0 4 4 4" />
          <path d="M16.5 14h9" />
        </g>
        <rect x="7.7" y="6.2" width="3.8" height="3.8" fill="#ffb703" />
      </svg>
      {name}
    </a>
  )
}
