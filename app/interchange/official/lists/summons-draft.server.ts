import { compareVi } from '~/formats/fold'
import { bareName, inSentence } from '~/people/places/places.server'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import type { Draft, DraftPart } from '../draft'
import { fieldsOf, issuerWords } from '../fields.server'
import type { DocumentLanguage, Subject } from '../kinds'
import type { Letterhead } from '../letterhead'
import { seatsOf, type ClassLine } from '../plan/class-lines'
import { classTable, whenText } from '../plan/plan-tables'
import { listSource, type ListSource } from './lists-source.server'
import { quotaTable } from './lists-tables'

type Made = { language: DocumentLanguage; letterhead: Letterhead; day: string }

/** More communes than these are named in the annex only. */
const mostNamed = 8

/** The letter that calls the communes to name people for a class or a whole plan; null where there is none. */
export function summonsDraft(actor: Actor, subject: Subject, made: Made): Draft | null {
  const source = listSource(actor, subject)
  if (!source || source.classes.length === 0) return null
  const { language, letterhead } = made
  const t = getT(language, 'official')
  const { plan, classes, province } = source
  const only = subject.classId === null ? null : classes[0]!
  const issuer = issuerWords(letterhead, language)
  const codes = new Set(classes.flatMap(({ seats }) => seats.map(({ communeCode }) => communeCode)))
  const seats = formatNumber(
    language,
    classes.reduce((sum, line) => sum + seatsOf(line), 0),
  )
  const words = (key: string, text: string): DraftPart => ({ kind: 'words', key, text })
  const quotas: DraftPart = { kind: 'table', table: quotaTable(source, only !== null, language) }
  const isShort = only !== null && codes.size <= mostNamed
  const seatsWords = t(isShort ? 'summons.seatsHere' : 'summons.seats', {
    seats,
    communes: formatNumber(language, codes.size),
    count: codes.size,
  })
  return {
    typeName: '',
    fields: fieldsOf({
      kind: 'summons',
      ...made,
      about: only
        ? t('summons.aboutClass', { title: only.title[language] })
        : t('summons.about', { title: plan.title[language] }),
      to: addressees(source, codes, language),
      basis: '',
      recipients: [
        t('recipients.above'),
        ...(letterhead.superior ? [t('recipients.report', letterhead)] : []),
      ],
    }),
    parts: [
      words(
        'opening',
        t('summons.opening', { plan: plan.title[language], issuer, province: province[language] }),
      ),
      ...(only
        ? [words('facts', classFacts(only, language))]
        : [
            words(
              'facts',
              t('summons.classes', {
                count: classes.length,
                classes: formatNumber(language, classes.length),
              }),
            ),
          ]),
      words('seats', seatsWords),
      ...(isShort ? [quotas] : []),
      words('naming', namingWords(classes, only, language)),
      words('duties', t('summons.duties')),
      words('closing', t('summons.closing', { issuer })),
    ],
    annexes: [
      ...(only
        ? []
        : [
            {
              title: t('summons.annex.classes'),
              landscape: true,
              parts: [
                {
                  kind: 'table' as const,
                  table: classTable(classes, language, { nameBy: true, deliveryToo: false }),
                },
              ],
            },
          ]),
      ...(isShort ? [] : [{ title: t('summons.annex.seats'), landscape: false, parts: [quotas] }]),
    ],
    sample: plan.sample,
  }
}

function addressees(
  { communes }: ListSource,
  codes: ReadonlySet<string>,
  language: DocumentLanguage,
): string {
  const t = getT(language, 'official')
  if (codes.size > mostNamed) return t('summons.toMany')
  return [...codes]
    .map((code) => communes[code] ?? code)
    .sort((a, b) => compareVi(bareName(a), bareName(b)))
    .map((name) => t('summons.to', { commune: language === 'vi' ? inSentence(name) : name }))
    .join('\n')
}

function classFacts(line: ClassLine, language: DocumentLanguage): string {
  const t = getT(language, 'official')
  return [
    t('summons.what', { title: line.title[language] }),
    t('summons.when', { when: whenText(line, language) }),
    ...(line.place ? [t('summons.where', { place: line.place })] : []),
    ...(line.trainer ? [t('summons.trainer', { trainer: line.trainer })] : []),
  ].join('\n')
}

function namingWords(
  classes: readonly ClassLine[],
  only: ClassLine | null,
  language: DocumentLanguage,
): string {
  const t = getT(language, 'official')
  if (only?.nameBy) return t('summons.nameBy', { date: formatDate(only.nameBy) })
  const days = classes.flatMap(({ nameBy }) => nameBy ?? []).sort()
  return days[0] ? t('summons.nameFrom', { first: formatDate(days[0]) }) : t('summons.nameSoon')
}
