import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { SlipSheet } from '~/ui/SlipSheet'
import type { PrintedSlip } from './issue-slips.server'

type PrintedSlipsProps = { slips: (PrintedSlip & { grouped: string })[]; address: string; sample: boolean }

/** Slips as they come out of the printer. Whoever receives one reads Vietnamese; English stands below where asked for. */
export function PrintedSlips({ slips, address, sample }: PrintedSlipsProps) {
  const t = useT('people')
  const locale = useLocale()
  const languages = locale === 'vi' ? (['vi'] as const) : (['vi', 'en'] as const)
  const made = slips.map(({ personId, name, commune, username, grouped, expiresAt }) => ({
    key: personId,
    title: name,
    lines: [
      { label: t('paper.commune'), value: commune },
      { label: t('paper.username'), value: username },
      { label: t('paper.code'), value: grouped, code: true },
    ],
    foot: languages.map((language) => {
      const own = getT(language, 'people')
      return (
        <span key={language} lang={language}>
          {own('paper.steps', { address })} {own('paper.valid', { date: formatDate(expiresAt) })}{' '}
        </span>
      )
    }),
  }))
  return <SlipSheet slips={made} sample={sample} />
}
