import { inSentence as communeInSentence } from '~/people/places/places.server'
import { formatNumber } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import type { Draft } from '../draft'
import { fieldsOf } from '../fields.server'
import type { DocumentLanguage, Subject } from '../kinds'
import type { Letterhead } from '../letterhead'
import { seatsOf } from '../plan/class-lines'
import { whenText } from '../plan/plan-tables'
import { listSource } from './lists-source.server'
import { participantTable } from './lists-tables'
import { openSeats } from './named'

type Made = { language: DocumentLanguage; letterhead: Letterhead; day: string }

/** The list of who was named for a plan, a class, or by a commune; null where there is nothing to name for. */
export function participantsDraft(actor: Actor, subject: Subject, made: Made): Draft | null {
  const source = listSource(actor, subject)
  if (!source) return null
  const { language } = made
  const t = getT(language, 'official')
  const { plan, classes, people, communes, province } = source
  const only = subject.classId === null ? null : (classes[0] ?? null)
  const number = (value: number) => formatNumber(language, value)
  const open = classes
    .flatMap((line) =>
      openSeats(
        line.seats,
        people.filter(({ classId }) => classId === line.id),
        communes,
      ),
    )
    .reduce((sum, each) => sum + each.open, 0)
  const here = subject.communeCode
    ? communeInSentence(communes[subject.communeCode] ?? subject.communeCode)
    : province[language]
  const counted = [
    classes.length === 0
      ? t('participants.noClasses')
      : t('participants.count', {
          count: people.length,
          people: number(people.length),
          seats: number(classes.reduce((sum, line) => sum + seatsOf(line), 0)),
        }),
    ...(open > 0 ? [t('participants.left', { count: open, open: number(open) })] : []),
  ]
  const intro = only
    ? t('participants.introClass', {
        plan: plan.title[language],
        title: only.title[language],
        when: whenText(only, language),
        place: only.place,
      })
    : t('participants.intro', { plan: plan.title[language], here })
  return {
    typeName: t('type.participants'),
    fields: fieldsOf({
      kind: 'participants',
      ...made,
      about: only
        ? t('participants.aboutClass', { title: only.title[language] })
        : t('participants.about', { title: plan.title[language] }),
      to: '',
      basis: '',
      recipients: subject.communeCode ? [t('recipients.department')] : [t('recipients.communes')],
    }),
    parts: [
      { kind: 'words', key: 'intro', text: intro },
      { kind: 'table', table: participantTable(source, only !== null, language) },
      { kind: 'words', key: 'counted', text: counted.join('\n') },
    ],
    annexes: [],
    sample: plan.sample,
  }
}
