import { fileMessages } from '~/people/roster/messages'
import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import type { WorkbookCheck } from './compare-workbook'

/** Why a file could not be compared, and what to do. */
export function checkFault(check: Exclude<WorkbookCheck, { kind: 'compared' }>, locale: Locale): string {
  const t = getT(locale, 'workbook')
  if (check.kind === 'notOurs') return t('check.notOurs')
  if (check.kind === 'otherCampaign') return t('check.otherCampaign', { code: check.code })
  const { problem } = check
  if (problem.code === 'csv') return t('check.csv')
  if (problem.code === 'too-much') return t('check.tooMuch')
  const { message, mend } = fileMessages(problem)
  return [message, mend].map((each) => translateMessage(locale, 'roster', each)).join(' ')
}
