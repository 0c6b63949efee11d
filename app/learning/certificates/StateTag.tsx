import { useT } from '~/platform/i18n/react'
import { Tag, type TagKind } from '~/ui/Tag'
import type { CertificateState } from './certificate'

const kinds: Record<CertificateState, TagKind> = { valid: 'ok', superseded: 'plain', revoked: 'bad' }

/** What became of a certificate, in words. */
export function StateTag({ state }: { state: CertificateState }) {
  const t = useT('certificates')
  return <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
}
