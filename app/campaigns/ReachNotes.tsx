import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'
import type { Reach } from './who-is-asked.server'

/** How many people a campaign asks, and who cannot answer yet. */
export function ReachNotes({ reach }: { reach: Reach }) {
  const t = useT('campaigns')
  const locale = useLocale()
  const number = (n: number) => formatNumber(locale, n)
  if (reach.people === 0) {
    return (
      <Note kind="care" role="status" id="reach">
        {t('reach.nobody')} <a href={paths.rosterImports()}>{t('reach.importRoster')}</a>
      </Note>
    )
  }
  const { notActivated, withoutPosition, emptyCommunes } = reach
  return (
    <Note
      role="status"
      id="reach"
      title={t('reach.people', { people: number(reach.people), communes: number(reach.communes) })}
    >
      {notActivated + withoutPosition + emptyCommunes.length > 0 ? (
        <ul>
          {notActivated > 0 ? (
            <li>{t('reach.notActivated', { count: notActivated, n: number(notActivated) })}</li>
          ) : null}
          {withoutPosition > 0 ? (
            <li>{t('reach.withoutPosition', { count: withoutPosition, n: number(withoutPosition) })}</li>
          ) : null}
          {emptyCommunes.length > 0 ? (
            <li>
              {t('reach.emptyCommunes', {
                count: emptyCommunes.length,
                n: number(emptyCommunes.length),
                names: emptyCommunes.join(', '),
              })}
            </li>
          ) : null}
        </ul>
      ) : null}
    </Note>
  )
}
