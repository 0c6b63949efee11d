import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { classes } from './classes'
import { Logo } from './Logo'
import { SampleStrip } from './SampleStrip'

export type NavItem = { to: string; label: ReactNode; current?: boolean }

export type TopBarProps = {
  /** Where the logo leads. */
  home?: string
  /** True or a text of one's own: the strip that says the data are samples. */
  sample?: boolean | string
  nav?: NavItem[]
  navLabel?: string
  /** `<a href="…" lang="en">English</a>`, or a small form. */
  languageSwitch?: ReactNode
  /** "Sở Nội vụ · người lập kế hoạch" */
  signedInAs?: ReactNode
  /** Text size, sign out. */
  end?: ReactNode
  /** False leaves the bar out of print, for sheets that fill a page. */
  printed?: boolean
}

/**
 * The head of every page.
 * `<TopBar nav={[{ to: '/viec', label: 'Việc của tôi', current: true }]} end={<SignOut />} />`
 */
export function TopBar(props: TopBarProps) {
  const { home, sample, nav = [], navLabel, languageSwitch, signedInAs, end, printed = true } = props
  const t = useT('ui')
  return (
    <header className={classes('top', !printed && 'no-print')}>
      {sample ? <SampleStrip>{sample === true ? undefined : sample}</SampleStrip> : null}
      <div className="top-row">
        <Logo to={home} />
        {nav.length > 0 ? (
          <nav aria-label={navLabel ?? t('nav.main')}>
            {nav.map((item) => (
              <a key={item.to} href={item.to} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </a>
            ))}
          </nav>
        ) : null}
        {languageSwitch || signedInAs || end ? (
          <div className="end">
            {signedInAs ? <span className="who">{signedInAs}</span> : null}
            {languageSwitch}
            {end}
          </div>
        ) : null}
      </div>
    </header>
  )
}
