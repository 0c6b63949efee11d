import type { Framework } from '~/competency/framework'
import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { nameMessage, type SegmentName } from './segments/segment-name'
import { inSentence } from './share-text'

/** The name of a segment, with its number as the tables use it where there are several. */
export function segmentTitle(
  locale: Locale,
  { index, name }: { index: number; name: SegmentName },
  { framework, segments }: { framework: Framework; segments: readonly unknown[] },
): string {
  const t = getT(locale, 'gaps')
  const labels = framework.domains.map((domain) => inSentence(locale, domain.name[locale]))
  const words = translateMessage(locale, 'segments', nameMessage(name, labels, t('segments.and')))
  return segments.length > 1 ? t('segments.name', { number: index + 1, name: words }) : words
}
