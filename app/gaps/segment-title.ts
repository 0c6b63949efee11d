import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import type { SegmentPart, SegmentsReport } from './segments-report.server'
import { nameMessage } from './segments/segment-name'
import { inSentence } from './share-text'

/** The name of a segment with its number, as the tables use it. */
export function segmentTitle(
  locale: Locale,
  { index, name }: SegmentPart,
  { framework }: SegmentsReport,
): string {
  const t = getT(locale, 'gaps')
  const labels = framework.domains.map((domain) => inSentence(locale, domain.name[locale]))
  return t('segments.name', {
    number: index + 1,
    name: translateMessage(locale, 'segments', nameMessage(name, labels, t('segments.and'))),
  })
}
