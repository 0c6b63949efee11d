import { daysText } from '~/classes/when'
import type { ClassSession } from '~/classes/class'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Delivery } from '../problem'
import type { LetterKind } from './letter'

/** What a letter tells a commune of a class, as it holds now. */
export type LetterFacts = {
  kind: LetterKind
  commune: string
  province: string
  title: Bilingual
  delivery: Delivery
  sessions: Pick<ClassSession, 'date' | 'startsAt' | 'endsAt' | 'place' | 'trainer'>[]
  quotas: { position: Bilingual; seats: number }[]
  nameBy: string
  /** Why a class was cancelled; '' where nobody said. */
  reason: string
}

export type LetterWords = { title: string; intro: string; facts: [string, string][]; after: string[] }

/** The words of a letter, for paper and for mail; `address` is where the commune names people. */
export function letterWords(locale: Locale, facts: LetterFacts, address: string): LetterWords {
  const t = getT(locale, 'carry')
  const { kind, sessions, quotas, delivery, reason } = facts
  const values = { commune: facts.commune, title: facts.title[locale], date: formatDate(facts.nameBy) }
  const seats = quotas.reduce((sum, each) => sum + each.seats, 0)
  const trainers = [...new Set(sessions.flatMap(({ trainer }) => trainer || []))].join(', ')
  const places = [...new Set(sessions.map(({ place }) => place))].join('; ')
  const line = (key: string, text: string): [string, string][] => (text === '' ? [] : [[key, text]])
  const when = delivery === 'online' ? t('letter.until', { date: daysText(sessions) }) : whenText(sessions)
  return {
    title: t(`letter.${kind}.title`, values),
    intro: t(`letter.${kind}.intro`, values),
    facts: [
      [t('letter.class'), facts.title[locale]],
      ...line(t('letter.reason'), kind === 'cancellation' ? reason : ''),
      [t(kind === 'change' ? 'letter.newWhen' : 'letter.when'), when],
      [t(kind === 'change' ? 'letter.newPlace' : 'letter.place'), places],
      ...line(t('letter.trainer'), kind === 'cancellation' ? '' : trainers),
      ...line(
        t('letter.seats'),
        kind === 'cancellation'
          ? ''
          : [
              t('letter.seatsTotal', { count: seats, seats: formatNumber(locale, seats) }),
              quotas
                .map((each) => `${each.position[locale]}: ${formatNumber(locale, each.seats)}`)
                .join('; '),
            ].join(' – '),
      ),
      ...line(t('letter.nameBy'), kind === 'summons' ? formatDate(facts.nameBy) : ''),
    ],
    after:
      kind === 'summons'
        ? [t('letter.how', { address }), t('letter.who')]
        : [t(`letter.${kind}.after`, { address })],
  }
}

/** Sessions day by day: `05/01/2027, 08:00–11:30, 13:30–16:00; 06/01/2027, 08:00–11:30`. */
export function whenText(sessions: readonly Pick<ClassSession, 'date' | 'startsAt' | 'endsAt'>[]): string {
  const days = [...new Set(sessions.map(({ date }) => date))]
  return days
    .map((day) => {
      const times = sessions.filter(({ date }) => date === day)
      return [formatDate(day), ...times.map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`)].join(', ')
    })
    .join('; ')
}

/** A letter as the text of a mail. */
export function mailText({ intro, facts, after }: LetterWords, from: string): string {
  return [intro, facts.map(([term, text]) => `${term}: ${text}`).join('\n'), ...after, from].join('\n\n')
}
