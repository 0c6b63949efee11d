import { useT } from '~/platform/i18n/react'

/** The first link of every page; `Main` carries the id it points to. `<SkipLink />` */
export function SkipLink({ target = 'main' }: { target?: string }) {
  const t = useT('ui')
  return (
    <a className="skip" href={`#${target}`}>
      {t('skip')}
    </a>
  )
}
