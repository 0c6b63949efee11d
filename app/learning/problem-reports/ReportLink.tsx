import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import type { ReportedKind } from './report'

/** Where to tell of a problem. A page of its own beside a question, so that nothing typed there is lost. */
export function ReportLink({ kind, of }: { kind: ReportedKind; of: string }) {
  const t = useT('reports')
  const aside = kind !== 'lesson'
  return (
    <p className="small no-print">
      <a
        href={paths.report(kind, of)}
        target={aside ? '_blank' : undefined}
        rel={aside ? 'noopener' : undefined}
      >
        {t(`link.${kind}`)}
      </a>
    </p>
  )
}
