import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import type { PositionLink } from './position-paths.server'

type OwnPathLinksProps = {
  positions: readonly PositionLink[]
  /** The way to all paths too. */
  all?: boolean
}

/** The ways to the paths of one's own positions: `<OwnPathLinks positions={ownPaths(actor, locale)} />`. */
export function OwnPathLinks({ positions, all }: OwnPathLinksProps) {
  const t = useT('route')
  if (positions.length === 0 && !all) return null
  return (
    <p>
      {positions.map(({ code, name }) => (
        <span key={code} className="line">
          <a href={paths.learningPath(code)}>{t('own.link', { name })}</a>
        </span>
      ))}
      {all ? (
        <span className="line">
          <a href={paths.learningPaths()}>{t('own.all')}</a>
        </span>
      ) : null}
    </p>
  )
}
