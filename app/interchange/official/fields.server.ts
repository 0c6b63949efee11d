import { dateToText } from '~/ui/date-text'
import type { Draft } from './draft'
import type { DocumentKind, DocumentLanguage } from './kinds'
import type { Letterhead } from './letterhead'

type Parts = {
  kind: DocumentKind
  language: DocumentLanguage
  letterhead: Letterhead
  /** The day on which it was begun. */ day: string
  about: string
  to: string
  basis: string
  /** Copies before those of the letterhead. */ recipients: string[]
}

/** The kind in the number of a document; a letter has none. */
const symbols: Record<DocumentKind, string> = { report: 'BC-', plan: 'KH-', participants: 'DS-', summons: '' }

/** The head and the foot of a document as the letterhead suggests them. */
export function fieldsOf({
  kind,
  language,
  letterhead,
  day,
  about,
  to,
  basis,
  recipients,
}: Parts): Draft['fields'] {
  const vi = language === 'vi'
  return {
    superior: (vi ? letterhead.superior : letterhead.superiorEn) || letterhead.superior,
    issuer: (vi ? letterhead.issuer : letterhead.issuerEn) || letterhead.issuer,
    number: `/${symbols[kind]}${letterhead.symbol}`,
    place: letterhead.place,
    date: dateToText(day),
    about,
    to,
    basis,
    recipients: [...recipients, letterhead.recipients].join('\n'),
    authority: letterhead.authority,
    signerTitle: letterhead.signerTitle,
    signerName: letterhead.signerName,
  }
}

/** The issuing body inside a sentence. */
export function issuerWords(letterhead: Letterhead, language: DocumentLanguage): string {
  return language === 'vi' ? letterhead.issuer : letterhead.issuerEn || letterhead.issuer
}
