import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'

/** The way to all of one's certificates, where there are `any`: `<MyCertificatesLink any={hasCertificates} />`. */
export function MyCertificatesLink({ any }: { any: boolean }) {
  const t = useT('certificates')
  if (!any) return null
  return (
    <p>
      <a href={paths.myCertificates()}>{t('mine.title')}</a>
    </p>
  )
}
