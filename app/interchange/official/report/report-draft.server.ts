import type { SheetTable } from '~/formats/administrative/sheet'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { roman } from '../assemble'
import type { Draft, DraftPart } from '../draft'
import { fieldsOf, issuerWords } from '../fields.server'
import type { DocumentLanguage } from '../kinds'
import type { Letterhead } from '../letterhead'
import { reportSource } from './report-source.server'
import {
  communeTable,
  conditionTable,
  domainTable,
  positionTable,
  proposalTable,
  requestLines,
  requestTable,
} from './report-tables'
import {
  changeWords,
  conditionWords,
  findingsWords,
  methodWords,
  placesWords,
  positionWords,
  proposalsOf,
  purposeWords,
  requestWords,
  responseWords,
} from './report-words'

type Made = { language: DocumentLanguage; letterhead: Letterhead; day: string }

/** A report on a survey as its released figures suggest it. */
export function reportDraft(actor: Actor, campaignId: string, made: Made): Draft {
  const { language, letterhead } = made
  const source = reportSource(actor, campaignId)
  const t = getT(language, 'official')
  const heading = (level: 1 | 2, text: string): DraftPart => ({ kind: 'heading', level, text })
  const words = (key: string, text: string): DraftPart => ({ kind: 'words', key, text })
  const tables = (table: SheetTable | null): DraftPart[] => (table ? [{ kind: 'table', table }] : [])
  const isAnswered = source.response.submitted > 0
  const proposals = proposalsOf(source, language)
  const annex = (title: string, table: SheetTable) => ({ title, landscape: true, parts: tables(table) })
  const annexes = [
    ...(isAnswered ? [annex(t('report.annex.communes'), communeTable(source, language))] : []),
    ...(isAnswered && source.proposals.length > 0
      ? [annex(t('report.annex.proposals'), proposalTable(source, language))]
      : []),
    ...(requestLines(source).length > 0
      ? [annex(t('report.annex.requests'), requestTable(source, language))]
      : []),
  ]
  const parts: DraftPart[] = [
    heading(1, t('report.heading.purpose')),
    words('purpose', purposeWords(issuerWords(letterhead, language), source, language)),
    heading(1, t('report.heading.response')),
    words('response', responseWords(source, language)),
    heading(1, t('report.heading.results')),
    heading(2, t('report.heading.domains')),
    words('findings', findingsWords(source, language)),
  ]
  if (isAnswered)
    parts.push(
      ...tables(domainTable(source, language)),
      { kind: 'chart', chart: 'domains', title: t('report.chart.domains') },
      words('communes', t('report.communes')),
      heading(2, t('report.heading.positions')),
      words('positions', positionWords(source, language)),
      ...tables(positionTable(source, language)),
      ...(source.earlier
        ? [heading(2, t('report.heading.change')), words('change', changeWords(source, language))]
        : []),
      heading(2, t('report.heading.places')),
      words('places', placesWords(source, language)),
      { kind: 'chart', chart: 'skills-conditions', title: t('report.chart.places') },
      heading(2, t('report.heading.conditions')),
      words('conditions', conditionWords(source, language)),
      ...tables(source.conditions.length > 0 ? conditionTable(source, language) : null),
      heading(1, t('report.heading.proposals')),
      ...proposals.flatMap(({ who, text }) => [heading(2, t(`who.${who}`)), words(`proposals-${who}`, text)]),
      ...(proposals.length === 0 ? [words('proposals-none', t('report.noProposals'))] : []),
    )
  if (source.requests.forms > 0)
    parts.push(
      heading(1, t('report.heading.requests')),
      words(
        'requests',
        requestWords(source, language, annexes.length > 1 ? ` ${roman(annexes.length)}` : ''),
      ),
    )
  parts.push(
    heading(1, t('report.heading.method')),
    words('method', methodWords(source, language)),
    words(
      'closing',
      t(letterhead.superior ? 'report.closing' : 'report.closingAlone', {
        title: source.title[language],
        superior: (language === 'en' && letterhead.superiorEn) || letterhead.superior,
      }),
    ),
  )
  return {
    typeName: t('type.report'),
    fields: fieldsOf({
      kind: 'report',
      ...made,
      about: t('report.about', { title: source.title[language], province: source.province[language] }),
      to: language === 'vi' ? letterhead.superior : letterhead.superiorEn || letterhead.superior,
      basis: '',
      recipients: letterhead.superior ? [t('recipients.above')] : [],
    }),
    parts,
    annexes,
    sample: source.sample,
  }
}
