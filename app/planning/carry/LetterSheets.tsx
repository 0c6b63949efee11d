import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { useLocale } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { letterWords, type LetterFacts } from './letter-words'

export type PrintedLetter = { id: string; communeCode: string; madeAt: string; facts: LetterFacts }

type LetterSheetsProps = {
  letters: PrintedLetter[]
  /** Where a commune names people, as it is typed from paper, by its code. */
  addresses: Record<string, string>
  sample: boolean
}

/** Letters, each on a page of its own. Whoever receives one reads Vietnamese; who prints in English sees the English below. */
export function LetterSheets({ letters, addresses, sample }: LetterSheetsProps) {
  const locale = useLocale()
  const languages: Locale[] = locale === 'vi' ? ['vi'] : ['vi', 'en']
  return (
    <>
      {letters.map((letter) => (
        <section key={letter.id} className="letter">
          {languages.map((language) => (
            <div key={language} lang={language} className={language === 'vi' ? undefined : 'no-print'}>
              <Letter
                letter={letter}
                locale={language}
                address={addresses[letter.communeCode] ?? ''}
                sample={sample}
              />
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

type LetterProps = { letter: PrintedLetter; locale: Locale; address: string; sample: boolean }

function Letter({ letter: { facts, madeAt }, locale, address, sample }: LetterProps) {
  const t = getT(locale, 'carry')
  const words = letterWords(locale, facts, address)
  return (
    <>
      {sample ? <p className="slip-sample">{getT(locale, 'ui')('sample.short')}</p> : null}
      <h2>{words.title}</h2>
      <p className="lead">{t('letter.to', { commune: facts.commune })}</p>
      <p>{words.intro}</p>
      <DefinitionList items={words.facts.map(([term, description]) => ({ term, description }))} />
      {words.after.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="muted">
        {t('letter.from', { province: facts.province })} {t('letter.made', { date: formatDate(madeAt) })}
      </p>
    </>
  )
}
