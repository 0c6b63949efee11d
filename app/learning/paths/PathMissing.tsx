import { useT } from '~/platform/i18n/react'
import type { MissingView } from './path-view'

/** What is needed and the library does not teach yet, or not as far. */
export function PathMissing({ missing }: { missing: readonly MissingView[] }) {
  const t = useT('route')
  if (missing.length === 0) return null
  return (
    <>
      <h2>{t('missing.title')}</h2>
      <ul>
        {missing.map((each) => (
          <li key={each.code}>
            {t(`missing.${each.kind}`, {
              name: each.name,
              level: each.level,
              reached: each.reached,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
