import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

type Made = { campaign: { closedAt: string | null }; method: string | null; hash: string | null }

/** Letters of the snapshot's hash by which a print is told from one of other figures. */
const told = 12

/** How the figures came about, in three lines. */
export function methodLines(locale: Locale, { campaign, method, hash }: Made): string[] {
  const t = getT(locale, 'meeting')
  const date = campaign.closedAt ? formatDate(campaign.closedAt) : ''
  return [
    t('method.who'),
    t('method.sure'),
    [
      t('method.small', { date }),
      ...(method ? [t('method.version', { method })] : []),
      ...(hash ? [t('method.hash', { hash: hash.slice(0, told) })] : []),
    ].join(' '),
  ]
}
