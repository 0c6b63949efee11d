import type { SheetTable } from '~/formats/administrative/sheet'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import type { Draft, DraftPart } from '../draft'
import { fieldsOf, issuerWords } from '../fields.server'
import type { DocumentLanguage } from '../kinds'
import type { Letterhead } from '../letterhead'
import { planSource } from './plan-source.server'
import { budgetTable, classTable, expectedTable, seatsTable } from './plan-tables'
import { aimWords, basisWords, budgetWords, classWords, scheduleWords } from './plan-words'

type Made = { language: DocumentLanguage; letterhead: Letterhead; day: string }

/** A training plan as its result suggests it; null where nothing was solved yet. */
export function planDraft(actor: Actor, planId: string, made: Made): Draft | null {
  const { language, letterhead } = made
  const source = planSource(actor, planId)
  if (!source) return null
  const t = getT(language, 'official')
  const heading = (level: 1 | 2, text: string): DraftPart => ({ kind: 'heading', level, text })
  const words = (key: string, text: string): DraftPart => ({ kind: 'words', key, text })
  const tables = (table: SheetTable | null): DraftPart[] => (table ? [{ kind: 'table', table }] : [])
  const issuer = issuerWords(letterhead, language)
  const hasClasses = source.classes.length > 0
  return {
    typeName: t('type.plan'),
    fields: fieldsOf({
      kind: 'plan',
      ...made,
      about: t('plan.about', { title: source.title[language], province: source.province[language] }),
      to: '',
      basis: basisWords(source, language),
      recipients: [
        ...(letterhead.superior ? [t('recipients.report', { superior: letterhead.superior })] : []),
        t('recipients.communes'),
      ],
    }),
    parts: [
      words('opening', t('plan.opening', { issuer, title: source.title[language] })),
      heading(1, t('plan.heading.aims')),
      words('aims', aimWords(source, language)),
      ...tables(expectedTable(source, language)),
      heading(1, t('plan.heading.classes')),
      words('classes', classWords(source, language)),
      heading(1, t('plan.heading.budget')),
      words('budget', budgetWords(source, language)),
      ...tables(budgetTable(source, language)),
      heading(1, t('plan.heading.schedule')),
      words('schedule', scheduleWords(source, language)),
      heading(1, t('plan.heading.duties')),
      words('duties', t('plan.duties', { issuer })),
      words('closing', t('plan.closing', { issuer })),
    ],
    annexes: hasClasses
      ? [
          {
            title: t('plan.annex.classes'),
            landscape: true,
            parts: tables(classTable(source.classes, language)),
          },
          { title: t('plan.annex.seats'), landscape: false, parts: tables(seatsTable(source, language)) },
        ]
      : [],
    sample: source.sample,
  }
}
